import { existsSync, readFileSync } from 'node:fs';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import {
  judgingsOf,
  presetRunOf,
  seeded,
  setupHash,
  type PresetRun,
} from '../../cli/presets/presetRun.ts';
import { marks, presetTable } from '../../cli/presets/presetTable.ts';
import { presetIds, readPreset } from '../../cli/train/readDesk.ts';
import { withTables } from '../../cli/train/resultsTables.ts';
import type { Judging } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyRun } from '../core/toyRun.ts';

const setup = seeded(readPreset('four-jobs'), 2);

test('a run is made again when its preset, its seed or its engine is another', () => {
  const hash = setupHash(setup, 'wasm');
  expect(setupHash(seeded(readPreset('four-jobs'), 2), 'wasm')).toBe(hash);
  for (const other of [seeded(setup, 3), { ...setup, buses: { code: 10 } }]) {
    expect(setupHash(other, 'wasm')).not.toBe(hash);
  }
  expect(setupHash(setup, 'webgpu')).not.toBe(hash);
});

test('means and the worst are over the tasks that are trained on, the watched apart', () => {
  const run = toyRun('preset');
  const channels = ['a', 'b', 'w'].map((taskId) => ({ taskId, level: 50, isOn: taskId !== 'w' }));
  const scores = { base: { a: 10, b: 30, w: 5 }, tuned: { a: 100, b: 80.04, w: 45 } };
  const judged = judgingsOf(setup).map((judging: Judging) => ({
    type: 'judged' as const,
    runId: 'preset',
    step: 0,
    judging,
    evaluation: {
      results: Object.entries(scores[judging.weights as 'base' | 'tuned']).map(
        ([taskId, score]) => ({
          taskId,
          loss: 1,
          metric: 'accuracy',
          score,
          instances: 100,
        }),
      ),
      answers: [],
      elapsedMs: 0,
    },
  }));
  const record = applyEvents(createRunRecord({ ...run, plan: { ...run.plan, channels } }), [
    ...judged,
    { type: 'stage', runId: 'preset', step: 9, stage: 'train', seconds: 27.34 },
  ]);
  expect(presetRunOf({ preset: 'x', seed: 2, setup: 'h' }, record)).toMatchObject({
    preset: 'x',
    seed: 2,
    seconds: 27.3,
    macro: 90,
    worst: 80,
    baseMacro: 20,
    baseWorst: 10,
    watched: 45,
    baseWatched: 5,
  });
});

test('docs/first-minute.md tells the figures of docs/results/presets.json', async () => {
  const path = 'docs/results/presets.json';
  const { runs } = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { readonly runs: readonly PresetRun[] })
    : { runs: [] };
  const page = readFileSync('docs/first-minute.md', 'utf8');
  if (runs.length === 0) return expect(page).toContain(marks[0]);
  const written = withTables(page, presetTable(runs, presetIds()), marks, 'docs/first-minute.md');
  expect(page).toBe(await format(written, { parser: 'markdown', printWidth: 100 }));
});
