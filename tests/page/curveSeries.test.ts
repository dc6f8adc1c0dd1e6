import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { curveKind, type CurveKindName } from '../../src/core/analysis/curves/index.ts';
import { curveTable } from '../../src/core/analysis/curves/curveTable.ts';
import { matrixRow } from '../../src/core/analysis/matrices/taskMatrix.ts';
import { curveSeries, latestValues, lineName, linesOf } from '../../src/page/state/curveSeries.ts';
import { clusterLooks } from '../../src/page/state/looks.ts';
import { toyRun } from '../core/toyRun.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';

const looks = clusterLooks([
  { id: 'a', cluster: 'one' },
  { id: 'b', cluster: 'two' },
]);
const tasks = ['a', 'b'].map((id) => ({
  id,
  members: [id],
  name: id.toUpperCase(),
  look: looks[id]!,
}));

const step = (runId: string, n: number, losses: Record<string, number>): TrainEvent => ({
  type: 'step',
  runId,
  step: n,
  tokens: n * 100,
  loss: 1,
  lossByTask: Object.fromEntries(
    Object.entries(losses).map(([id, loss]) => [id, { loss, tokens: 10 }]),
  ),
  learningRate: 0.001,
  gradNorm: 1,
  tokensPerSecond: 1000,
  elapsedMs: n * 100,
});

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

const asked = (runs: Runs, name: CurveKindName = 'trainLoss') =>
  ({
    runs: runs.records.map((record) => ({
      record,
      columns: runs.columns(record),
      isCurrent: record.runId === 'r2',
    })),
    tasks,
    kind: curveKind(name),
    xAxis: 'step',
    smoothing: 0,
    isLog: false,
  }) as const;

/** The numbers behind the curves of one run. */
function tableOf(runs: Runs, name: CurveKindName, of: typeof tasks, index = 0) {
  const record = runs.records[index]!;
  const kind = curveKind(name);
  const lines = linesOf(
    { record, columns: runs.columns(record) },
    { kind, xAxis: 'step', tasks: of },
  );
  const table = curveTable(lines, kind.unit);
  return {
    xs: table.xs,
    names: lines.map(lineName),
    values: table.rows.map((_, row) => [...matrixRow(table, row)]),
  };
}

test('events go to the run that they name', () => {
  expect(twoRuns().records.map(({ steps }) => steps.length)).toEqual([1, 2]);
});

test('a step without a task adds no point to its curve', () => {
  const series = curveSeries(asked(twoRuns()));
  expect(series.map(({ id, points }) => [id, points])).toEqual([
    ['r1/a', [{ x: 1, y: 4 }]],
    [
      'r2/a',
      [
        { x: 1, y: 5 },
        { x: 2, y: 3 },
      ],
    ],
    ['r2/b', [{ x: 1, y: 2 }]],
  ]);
});

test('earlier runs are fainter, and the crosshair reads the current one only', () => {
  const series = curveSeries(asked(twoRuns()));
  expect(series.map(({ isRead }) => isRead)).toEqual([false, true, true]);
  expect(series[0]!.opacity).toBeLessThan(series[1]!.opacity);
});

test('smoothing leaves the raw curve faint behind the smooth one', () => {
  const series = curveSeries({ ...asked(twoRuns()), smoothing: 0.5 });
  expect(series.map(({ id }) => id)).toEqual(['r1/a', 'r2/a/raw', 'r2/a', 'r2/b/raw', 'r2/b']);
  expect(series[2]!.points[1]!.y).toBeCloseTo((0.5 * 2.5 + 0.5 * 3) / 0.75, 12);
});

test('across tokens a curve lies at the tokens trained on', () => {
  const series = curveSeries({
    ...asked(twoRuns(), 'validationLoss'),
    xAxis: 'tokens',
  });
  expect(series[0]!.points.map(({ x }) => x)).toEqual([0, 200]);
});

test('an evaluation without scores has no point among the scores', () => {
  const series = curveSeries(asked(twoRuns(), 'score'));
  expect(series[0]!.points).toEqual([{ x: 2, y: 50 }]);
});

test('a log scale leaves out what it cannot draw', () => {
  const runs = twoRuns();
  runs.apply([step('r2', 3, { a: 0 })]);
  const series = curveSeries({ ...asked(runs), isLog: true });
  expect(latestValues(series, 'r2').a).toBe(3);
});

test('the table says what the curves show', () => {
  const { xs, values } = tableOf(twoRuns(), 'trainLoss', tasks, 1);
  expect(xs).toEqual([1, 2]);
  expect(values).toEqual([
    [5, 3],
    [2, NaN],
  ]);
});

test('the table of a long run has at most twelve columns, the last step among them', () => {
  const runs = new Runs();
  runs.open(toyRun('r'));
  runs.apply(Array.from({ length: 500 }, (_, i) => step('r', i + 1, { a: 1 })));
  const { xs } = tableOf(runs, 'trainLoss', tasks);
  expect(xs.length).toBe(12);
  expect(xs.at(-1)).toBe(500);
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
  const series = curveSeries({ ...asked(runs, 'score'), tasks: [cluster] });
  expect(series.map(({ id, label, points }) => [id, label, points])).toEqual([
    ['r2/cluster one', 'one', [{ x: 0, y: 90 }]],
    ['r2/cluster one/scored', 'one, not trained', [{ x: 0, y: 10 }]],
  ]);
  expect(latestValues(series, 'r2')['cluster one']).toBe(90);
  const table = tableOf(runs, 'score', [cluster]);
  expect(table.names).toEqual(['one', 'one, not trained']);
  expect(table.values).toEqual([[90], [10]]);
});
