import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import type { BatchStream, BatchStreamOptions } from '../../src/core/batch/batchStream.ts';
import type { RunState } from '../../src/core/checkpoints/runState.ts';
import { AppError } from '../../src/core/errors.ts';
import type { Metric } from '../../src/core/metrics/metric.ts';
import type {
  ChannelLevel,
  FaderSchedule,
  RunId,
  TrainRequest,
} from '../../src/core/protocol/index.ts';
import { nStepsOf } from '../../src/core/levers/trainingLength.ts';
import { createMix, type Mix } from '../../src/core/sampling/mix.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { FitCounts } from '../../src/core/tokens/fitCounts.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { withMaxExamples } from '../../src/core/tasks/withMaxExamples.ts';
import { scoredBy } from '../../src/core/tasks/scoredBy.ts';
import type { Lists } from '../lists/lists.ts';
import { checkOpen } from './checkOpen.ts';
import type { Gate } from './gate.ts';
import type { Outbox } from './outbox.ts';
import { ratedChannels } from './ratedChannels.ts';

/** A run on its way: what was asked for, and what the hands on the desk may change. */
export interface Run {
  readonly runId: RunId;
  /** Live ones follow the desk. */
  settings: Settings;
  /** Every channel of the desk, muted ones included; a batch's task ids point into it. */
  readonly tasks: readonly Task[];
  /** Where their faders stand, in the order of the tasks. */
  channels: readonly ChannelLevel[];
  /** Moves of the plan that are still to come. */
  schedule: FaderSchedule;
  readonly mix: Mix;
  readonly nSteps: number;
  readonly stream: BatchStream;
  /** How the training examples lie in rows, by task id; left out are built-in tasks that lie whole in them. */
  readonly fits: Readonly<Record<string, FitCounts>>;
  readonly reading: Reading;
  readonly gate: Gate;
  readonly outbox: Outbox;
  /** Steps taken. */
  step: number;
  /** Set when the engine broke under the run. */
  failure?: AppError;
}

/** What the batches are made with, beside settings and tasks. */
type StreamInputs = Pick<BatchStreamOptions, 'reading' | 'rehearsal' | 'from'>;
type RunInputs = StreamInputs & Pick<Run, 'fits'>;

/** The batches that these settings give. */
export function streamOf(
  { seed, batchSize, seqLen, shotShare, wordDropout }: Settings,
  tasks: readonly Task[],
  inputs: StreamInputs,
): BatchStream {
  return createBatchStream({
    seed,
    tasks,
    batchSize,
    seqLen,
    shotShare,
    wordDropout,
    ...inputs,
  });
}

/**
 * @param from where it goes on; from the beginning of the plan if left out
 * @throws AppError 'nothing-to-train' or 'not-ready' (a channel whose task is not loaded).
 */
export function createRun(
  { runId, plan }: TrainRequest,
  loaded: ReadonlyMap<string, Task>,
  { fits, ...inputs }: RunInputs,
  hands: Pick<Run, 'outbox' | 'gate'>,
  { samplers, metrics }: Lists,
  from?: RunState,
): Run {
  const { settings, schedule = [] } = plan;
  const channels = from?.channels ?? plan.channels;
  const tasks = tasksOfChannels(channels, loaded, metrics);
  checkOpen(plan, tasks, samplers);
  const nSteps = nStepsOf(settings);
  const rated = ratedChannels(tasks, channels);
  const mixFrom = from && { from: from.mix };
  const streamFrom = from && { from: from.stream };
  return {
    runId,
    settings: from?.settings ?? settings,
    tasks,
    channels,
    schedule: from ? schedule.slice(schedule.length - from.movesLeft) : schedule,
    mix: createMix({ settings, channels: rated, nSteps, samplers, ...mixFrom }),
    nSteps,
    stream: streamOf(settings, tasks, { ...inputs, ...streamFrom }),
    fits,
    reading: inputs.reading,
    ...hands,
    step: from?.step ?? 0,
  };
}

/** The loaded tasks of these ids, in their order. @throws AppError 'not-ready'. */
export function tasksOf(taskIds: readonly string[], loaded: ReadonlyMap<string, Task>): Task[] {
  return taskIds.map((taskId) => {
    const task = loaded.get(taskId);
    if (task) return task;
    throw new AppError('not-ready', 'taskNotLoaded', { id: taskId });
  });
}

/**
 * The tasks of these channels, each with the training examples that its channel lets in and the metric that it names.
 * @throws AppError 'not-ready', or 'bad-setting' for a metric that is none.
 */
export function tasksOfChannels(
  channels: readonly ChannelLevel[],
  loaded: ReadonlyMap<string, Task>,
  metrics: readonly Metric[],
): Task[] {
  const tasks = tasksOf(
    channels.map(({ taskId }) => taskId),
    loaded,
  );
  return tasks.map((task, k) => {
    const { maxExamples, metric } = channels[k]!;
    return scoredBy(withMaxExamples(task, maxExamples), metric, metrics);
  });
}

/** Shares by task id, for events. */
export function namedRates({ tasks, mix: { rates } }: Run): Record<string, number> {
  return Object.fromEntries(tasks.map(({ id }, k) => [id, rates[k] ?? 0]));
}

/** Training examples by task id that can be drawn, for events. */
export const trainExamples = ({ tasks, fits }: Run): Record<string, number> =>
  Object.fromEntries(
    tasks.map(({ id, splits }) => [id, splits.train.length - (fits[id]?.cannotFit ?? 0)]),
  );
