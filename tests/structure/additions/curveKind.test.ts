/** A toy kind of curve: one file, one line in a list, and nothing else. */
import { expect, test } from 'vitest';
import type { CurveKind } from '../../../src/core/analysis/curves/curveKind.ts';
import { curveLines, curveOf } from '../../../src/core/analysis/curves/curveLines.ts';
import { curveTable } from '../../../src/core/analysis/curves/curveTable.ts';
import { curveKinds as shipped } from '../../../src/core/analysis/curves/index.ts';
import { columnsOf } from '../../../src/core/analysis/curves/runColumns.ts';
import { trainedIn } from '../../../src/core/runs/trainedIn.ts';
import { startTrainerInNode, taskIds } from './trainerInNode.ts';

/** As such a file would read: how many tokens of each task a step's batch held. */
const lossTokens = {
  name: 'lossTokens',
  unit: 'tokens',
  range: [0, null],
  isSmoothed: false,
  isHigherBetter: true,
  table: 'steps',
  column: 'lossTokens',
} as const satisfies CurveKind;
const curveKinds: readonly CurveKind[] = [...shipped, lossTokens];

test('it is drawn from the record of a real run, as line and as table', async () => {
  const trainer = await startTrainerInNode({});
  const record = await trainer.run({ trainTokens: 256 });
  trainer.close();

  const kind = curveKinds.find(({ name }) => name === 'lossTokens')!;
  const subjects = taskIds.map((id) => ({ id, members: [id] }));
  const columns = columnsOf(record);
  const lines = curveLines(trainedIn(record), subjects).map((line) => ({
    id: line.id,
    curve: curveOf(columns, line, { kind, xAxis: 'step' }),
  }));
  const drawn = lines.map(({ id, curve }) => [id, [...curve.ys]]);
  const wanted = taskIds.map((id) => [
    id,
    record.steps.flatMap(({ lossByTask }) => lossByTask[id]?.tokens ?? []),
  ]);
  expect(drawn).toEqual(wanted);
  expect(curveTable(lines, kind.unit)).toMatchObject({ rows: taskIds, unit: 'tokens' });
}, 180_000);
