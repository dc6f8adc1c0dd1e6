import { modelSizes, type ModelName } from '../models.ts';
import { judgementOf, type RunRecord } from '../runs/record.ts';
import { parseSettings } from '../settings/parse.ts';
import { listOf } from './noveltyTraining.ts';
import type { Study, StudyRun } from './study.ts';
import { studyOrder } from './studyOrder.ts';

/** One run of the study; scores are exact matches in %. */
export interface InstructionCountRun {
  readonly model: ModelName;
  readonly start: 'base' | 'random';
  readonly rules: number;
  readonly examples: number;
  readonly tokens: number;
  readonly seed: number;
  /** Rules that were never trained on, in texts that hold the rule's word. */
  readonly unseen: number;
  /** Trained rules in new texts. */
  readonly seen: number;
  /** Unseen rules in texts without the word: a copy is right. */
  readonly noOp: number;
}

type Point = Omit<InstructionCountRun, 'unseen' | 'seen' | 'noOp'>;

const options = {
  model: 'nano',
  tokens: '3000000',
  examples: '60000',
  rules: '16,64,256,1024,4096,16384',
  starts: 'random,base',
  seeds: '1',
};

/**
 * How many distinct instructions does it take until unseen ones are followed? One gym family, a fixed number
 * of examples, 16 to 16,384 distinct rules; tested on rules that were never trained on.
 */
export const instructionCount: Study<typeof options, InstructionCountRun> = {
  id: 'instructionCount',
  paper: '2402.10891',
  claim: 'Unseen rules are followed better after many distinct rules than after few.',
  options,
  plan: (asked) => pointsOf(asked).map(runOf),
  nameOf: (point) => nameOf(point),
  verdict(kept) {
    const series = [...new Set(kept.map(seriesOf))].map((name) =>
      kept.filter((point) => seriesOf(point) === name).sort((a, b) => a.rules - b.rules),
    );
    const whole = series.filter((points) => points.length > 1);
    if (whole.length === 0) return { holds: 'open', figures: {} };
    const best = (points: readonly InstructionCountRun[]): number =>
      Math.max(...points.slice(1).map(({ unseen }) => unseen));
    const holds = whole.every((points) => best(points) > points[0]!.unseen) ? 'yes' : 'no';
    return { holds, figures: {} };
  },
};

const seriesOf = ({ model, start, seed }: Point): string => `${model} ${start} ${seed}`;

const nameOf = ({ model, start, rules, examples, tokens, seed }: Point): string =>
  [model, start, rules, examples, tokens, seed].join('-');

const pointsOf = (asked: typeof options): Point[] =>
  listOf(asked.starts).flatMap((start) =>
    listOf(asked.seeds).flatMap((seed) =>
      listOf(asked.rules).map((rules) => ({
        model: asked.model as ModelName,
        start: start as Point['start'],
        rules: Number(rules),
        examples: Number(asked.examples),
        tokens: Number(asked.tokens),
        seed: Number(seed),
      })),
    ),
  );

const judging = (name: string, taskId: string, split: 'validation' | 'test') => ({
  name,
  split,
  taskIds: [taskId],
  maxInstances: 300,
});

function runOf(point: Point): StudyRun<InstructionCountRun> {
  const { model, start, rules, examples, tokens, seed } = point;
  const order = studyOrder({
    group: 'instructionCount',
    settings: parseSettings(
      { trainTokens: tokens, seed, evalEvery: 100_000, metricInstances: 0, evalInstances: 8 },
      modelSizes[model],
    ),
    trained: ['gym_rules'],
    levels: {},
    judge: [
      judging('unseen', 'gym_rules', 'test'),
      judging('seen', 'gym_rules', 'validation'),
      judging('noOp', 'gym_no_op', 'test'),
    ],
  });
  const muted = { taskId: 'gym_no_op', level: 50, isOn: false };
  return {
    name: nameOf(point),
    model,
    order: { ...order, channels: [...order.channels, muted], startFrom: { kind: start } },
    ownFiles: { gym_rules: `ruleTask/${rules}/${examples}`, gym_no_op: 'noOpTask' },
    keep: (record) => ({ ...point, ...scoresOf(record) }),
  };
}

function scoresOf(record: RunRecord): Pick<InstructionCountRun, 'unseen' | 'seen' | 'noOp'> {
  const score = (name: string): number =>
    judgementOf(record, 'tuned', name)!.evaluation.results[0]!.score!;
  return { unseen: score('unseen'), seen: score('seen'), noOp: score('noOp') };
}
