import { lookUp } from '../../src/core/lookUp.ts';
import type { ChannelLevel, Judging, TaskInfo, Weights } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { defaultLevel } from '../../src/core/sampling/mixingRates.ts';
import type { TrainConfig } from './config.ts';
import { UsageError } from './usageError.ts';

type Task = Pick<TaskInfo, 'id' | 'cluster' | 'origin'> & Partial<Pick<TaskInfo, 'report'>>;

/** A task that the lists of its collection test on is never trained on. */
export const isWatched = ({ report }: Pick<Task, 'report'>): boolean =>
  report?.officialSplit === 'test';

/**
 * What a configuration asks for of these tasks: the base model on both splits, the training, the tuned
 * model on both splits, in other ways, and at last on the exam, which takes the place of the test split.
 * @throws UsageError for a fader, a metric or a mute of a task that is not there.
 */
export function orderOf(config: TrainConfig, tasks: readonly Task[]): RunOrder {
  checkNames(config, tasks);
  const judging = judgingOf(config, tasks);
  return {
    settings: config.settings,
    channels: tasks.map((task) => channelOf(config, task)),
    ...(config.schedule.length > 0 && { schedule: config.schedule }),
    startFrom: { kind: 'base' },
    judge: [
      ...bothSplits(config, judging, 'base'),
      ...bothSplits(config, judging, 'tuned'),
      ...config.evaluations.map(({ name, wordings, shots, testInstances: maxInstances }) =>
        judging({ name, weights: 'tuned', split: 'test', maxInstances, wordings, shots }),
      ),
      ...(config.exam ? [examOf(judging, tasks)] : []),
    ],
    group: null,
  };
}

/** A misspelt fader would otherwise stand at its default without a word. */
function checkNames(
  { levels, maxExamples, metrics, muted }: TrainConfig,
  tasks: readonly Task[],
): void {
  const ids = tasks.map(({ id }) => id);
  const named = [
    ...Object.keys(levels),
    ...Object.keys(maxExamples),
    ...Object.keys(metrics),
    ...muted,
  ];
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  throw new UsageError(
    `levels, maxExamples, metrics, muted: no task "${unknown}" here; tasks: ${ids.join(', ')}`,
  );
}

function channelOf(config: TrainConfig, task: Task): ChannelLevel {
  const { id, cluster } = task;
  const maxExamples = lookUp(config.maxExamples, id);
  const metric = lookUp(config.metrics, id);
  return {
    taskId: id,
    level: lookUp(config.levels, id) ?? defaultLevel,
    isOn:
      !isWatched(task) && !config.muted.includes(id) && !config.heldOutClusters.includes(cluster),
    ...(maxExamples !== undefined && { maxExamples }),
    ...(metric !== undefined && { metric }),
  };
}

type Asked = Omit<Judging, 'taskIds' | 'withMetric' | 'keptAnswers'>;
type JudgingOf = (asked: Asked) => Judging;

function judgingOf({ samplesPerTask, metrics }: TrainConfig, tasks: readonly Task[]): JudgingOf {
  const taskIds = tasks.map(({ id }) => id);
  return (asked) => ({
    ...asked,
    taskIds,
    withMetric: asked.split !== 'validation',
    keptAnswers: asked.name === 'test' ? samplesPerTask : 0,
    ...(Object.keys(metrics).length > 0 && { metrics }),
  });
}

const bothSplits = (config: TrainConfig, judging: JudgingOf, weights: Weights): Judging[] =>
  (['validation', 'test'] as const).map((split) =>
    judging({
      name: split,
      weights,
      split,
      maxInstances: config[`${split}Instances`],
      withRank: split === 'test',
    }),
  );

const examInstances = 100;

const examOf = (judging: JudgingOf, tasks: readonly Task[]): Judging => ({
  ...judging({
    name: 'exam',
    weights: 'tuned',
    split: 'exam',
    maxInstances: examInstances,
    withRank: true,
  }),
  taskIds: tasks.filter(({ origin }) => origin === 'built-in').map(({ id }) => id),
});
