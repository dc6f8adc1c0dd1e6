import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { curveKind, type CurveKindName } from '../../src/core/analysis/curves/index.ts';
import { curveTable } from '../../src/core/analysis/curves/curveTable.ts';
import { matrixRow } from '../../src/core/analysis/matrices/taskMatrix.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { curvePlots, rawBehind, type PlotsAsked } from '../../src/page/state/curvePlots.ts';
import { readLines } from '../../src/page/state/curvesPicture.svelte.ts';
import type { Plot, PlotLine } from '../../src/page/state/plotData.ts';
import { taskLooks } from '../../src/page/state/looks.ts';
import { toyLosses, toyRun, toyStep } from '../core/toyRun.ts';
import { eventsOf } from './fakeRun.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';

const looks = taskLooks([
  { id: 'a', cluster: 'one' },
  { id: 'b', cluster: 'two' },
]);
const tasks = ['a', 'b'].map((id) => ({
  id,
  members: [id],
  name: id.toUpperCase(),
  look: looks[id]!,
}));

const step = (runId: string, n: number, losses: Record<string, number>): TrainEvent =>
  toyStep(n, toyLosses(losses, { tokens: 10, examples: 1, allTokens: 30 }), { runId });

const evaluated = (runId: string, n: number, score: number | null): TrainEvent => ({
  type: 'evaluated',
  runId,
  step: n,
  split: 'validation',
  results: [{ taskId: 'a', loss: 3 - n, metric: 'exactMatch', score, instances: 4 }],
  answers: [],
  elapsedMs: 0,
});

const twoRuns = (): Runs => {
  const runs = new Runs();
  runs.open(toyRun('r1'));
  runs.apply([step('r1', 1, { a: 4 })]);
  runs.open(toyRun('r2'));
  runs.apply([
    evaluated('r2', 0, null),
    step('r2', 1, { a: 5, b: 2 }),
    step('r2', 2, { a: 3 }),
    evaluated('r2', 2, 50),
    {
      type: 'changed',
      runId: 'r2',
      step: 1,
      cause: { kind: 'faders' },
      mixingRates: { a: 1, b: 0 },
      learningRate: 0.001,
    },
  ]);
  return runs;
};

/** What is drawn of the newest run, the others behind it. */
function plotsOf(runs: Runs, name: CurveKindName = 'trainLoss', more: Partial<PlotsAsked> = {}) {
  const drawn = runs.records.map((record) => ({ record, columns: runs.columns(record) }));
  return curvePlots({
    run: drawn.at(-1),
    earlier: drawn.slice(0, -1),
    tasks,
    kind: curveKind(name),
    xAxis: 'step',
    chance: {},
    ...more,
  });
}

const points = (line: PlotLine): number[][] => {
  const { xs, ys } = line.curve();
  return Array.from(xs, (x, i) => [x, ys[i]!]);
};
const drawn = (plots: readonly Plot[]) =>
  plots.flatMap(({ lines }) => lines.map((line) => [line.id, points(line)]));

test('events go to the run that they name', () => {
  expect(twoRuns().records.map(({ steps }) => steps.length)).toEqual([1, 2]);
});

test('a step without a task adds no point to its curve; the earlier run lies behind', () => {
  expect(drawn(plotsOf(twoRuns()))).toEqual([
    ['r1/a', [[1, 4]]],
    [
      'r2/a',
      [
        [1, 5],
        [2, 3],
      ],
    ],
    ['r1/b', []],
    ['r2/b', [[1, 2]]],
  ]);
});

test('an earlier run is fainter and dashed, and the crosshair does not read it', () => {
  const [earlier, own] = plotsOf(twoRuns())[0]!.lines;
  expect([earlier!.isRead, own!.isRead]).toEqual([false, true]);
  expect(earlier!.opacity).toBeLessThan(own!.opacity);
  expect(earlier!.dash).not.toEqual([]);
});

test('a line is drawn smoothed, the raw one can lie behind it', () => {
  const runs = twoRuns();
  const asked = { kind: curveKind('trainLoss'), xAxis: 'step', smoothing: 0.5 } as const;
  const smooth = plotsOf(runs, 'trainLoss', asked)[0]!.lines.at(-1)!;
  expect(points(smooth)[1]![1]).toBeCloseTo((0.5 * 2.5 + 0.5 * 3) / 0.75, 12);
  const record = runs.records[1]!;
  const run = { record, columns: runs.columns(record) };
  const raw = rawBehind(run, smooth, tasks[0]!, asked);
  expect([points(raw), raw.isRead]).toEqual([
    [
      [1, 5],
      [2, 3],
    ],
    false,
  ]);
});

test('across tokens a curve lies at the tokens trained on', () => {
  const [plot] = plotsOf(twoRuns(), 'validationLoss', { xAxis: 'tokens' });
  expect(points(plot!.lines.at(-1)!).map(([x]) => x)).toEqual([0, 200]);
});

test('an evaluation without scores has no point among the scores', () => {
  expect(points(plotsOf(twoRuns(), 'score')[0]!.lines.at(-1)!)).toEqual([[2, 50]]);
});

test('the untouched model is a level, and so is chance where it is known of all tasks', () => {
  const runs = twoRuns();
  expect(plotsOf(runs, 'validationLoss')[0]!.levels()).toEqual([
    { y: 3, label: en.curves.base, isDotted: false },
  ]);
  const [plot] = plotsOf(runs, 'score', { chance: { a: 25 } });
  expect(plot!.levels()).toEqual([{ y: 25, label: en.curves.chance, isDotted: true }]);
  const both = { ...tasks[0]!, members: ['a', 'b'] };
  expect(plotsOf(runs, 'score', { chance: { a: 25 }, tasks: [both] })[0]!.levels()).toEqual([]);
});

test('the share that came lies beside the share that was asked for', () => {
  const runs = new Runs();
  runs.open(toyRun('r'));
  runs.apply([
    started({ a: 0.75, b: 0.25 }),
    step('r', 1, { a: 1, b: 1 }),
    step('r', 2, { b: 1 }),
    {
      type: 'changed',
      runId: 'r',
      step: 2,
      cause: { kind: 'faders' },
      mixingRates: { a: 1, b: 0 },
      learningRate: 0.001,
    },
    step('r', 3, { a: 1 }),
  ]);
  expect(drawn(plotsOf(runs, 'share').slice(0, 1))).toEqual([
    [
      'r/a/against',
      [
        [1, 0.75],
        [2, 0.75],
        [3, 1],
      ],
    ],
    [
      'r/a',
      [
        [1, 0.5],
        [2, 0],
        [3, 1],
      ],
    ],
  ]);
  expect(points(plotsOf(runs, 'epochs')[1]!.lines.at(-1)!)).toEqual([
    [1, 0.5],
    [2, 1],
    [3, 1],
  ]);
});

const started = (mixingRates: Readonly<Record<string, number>>): TrainEvent => ({
  ...eventsOf('r').started,
  mixingRates,
  trainExamples: { a: 4, b: 2 },
});

/** The numbers behind the curves of one run. */
function tableOf(runs: Runs, name: CurveKindName, of: typeof tasks) {
  const lines = readLines(plotsOf(runs, name, { tasks: of }));
  const table = curveTable(
    lines.map((line) => ({ id: line.id, curve: line.curve() })),
    curveKind(name).unit,
  );
  return {
    steps: table.steps,
    names: lines.map(({ label }) => label),
    values: table.rows.map((_, row) => [...matrixRow(table, row)]),
  };
}

test('the table says what the curves show', () => {
  const { steps, values } = tableOf(twoRuns(), 'trainLoss', tasks);
  expect(steps).toEqual([1, 2]);
  expect(values).toEqual([
    [5, 3],
    [2, NaN],
  ]);
});

test('the table of a long run has at most twelve columns, the last step among them', () => {
  const runs = new Runs();
  runs.open(toyRun('r'));
  runs.apply(Array.from({ length: 500 }, (_, i) => step('r', i + 1, { a: 1 })));
  const { steps } = tableOf(runs, 'trainLoss', tasks);
  expect(steps.length).toBe(12);
  expect(steps.at(-1)).toBe(500);
});

/** A run that trains on `a` and only scores `b`. */
const oneScored = (): Runs => {
  const runs = new Runs();
  runs.open(toyRun('r2'));
  const scored = (taskId: string, score: number) =>
    ({ taskId, loss: 1, metric: 'exactMatch', score, instances: 4 }) as const;
  runs.apply([
    {
      type: 'changed',
      runId: 'r2',
      step: 0,
      cause: { kind: 'faders' },
      mixingRates: { a: 1, b: 0 },
      learningRate: 0.001,
    },
    {
      type: 'evaluated',
      runId: 'r2',
      step: 0,
      split: 'validation',
      results: [scored('a', 90), scored('b', 10)],
      answers: [],
      elapsedMs: 0,
    },
  ]);
  return runs;
};

test('a cluster that is trained on in part has two lines, which have no mean in common', () => {
  const runs = oneScored();
  const cluster = { id: 'cluster one', name: 'one', look: looks['a']!, members: ['a', 'b'] };
  expect(drawn(plotsOf(runs, 'score', { tasks: [cluster] }))).toEqual([
    ['r2/cluster one/scored', [[0, 10]]],
    ['r2/cluster one', [[0, 90]]],
  ]);
  const table = tableOf(runs, 'score', [cluster]);
  expect(table.names).toEqual(['one, not trained', 'one']);
  expect(table.values).toEqual([[10], [90]]);
});
