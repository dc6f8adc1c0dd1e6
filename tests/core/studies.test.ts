import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPlan } from '../../src/core/runs/plan.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { heldOut } from '../../src/core/studies/heldOut.ts';
import type { HeldOutRun } from '../../src/core/studies/heldOutRows.ts';
import { studies } from '../../src/core/studies/index.ts';
import { instructionCount } from '../../src/core/studies/instructionCount.ts';
import { unseenTasks, type UnseenTasksRun } from '../../src/core/studies/unseenTasks.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { projectRoot } from '../structure/projectFiles.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, path), 'utf8'));
const { tasks } = parseDatasetIndex(read('public/datasets/index.json'));
const site = { tasks, levels: { rate_stars: 100 } };
const keptOf = <Kept>(path: string) => (read(path) as { readonly runs: Kept[] }).runs;

test('every study has a name of its own, and its runs have too', () => {
  expect(new Set(studies.map(({ id }) => id)).size).toBe(studies.length);
  const namesOf = [
    heldOut.plan(heldOut.options, site),
    unseenTasks.plan(unseenTasks.options, site),
    instructionCount.plan(instructionCount.options, site),
  ].map((runs) => runs.map(({ name }) => name));
  for (const names of namesOf) expect(new Set(names).size).toBe(names.length);
});

test('the runs behind the pages are among those that the studies plan today, and none is missing', () => {
  const heldOutRuns = keptOf<HeldOutRun>('docs/results/held-out.json').map((one) =>
    heldOut.nameOf(one),
  );
  const unseen = keptOf<UnseenTasksRun>('docs/results/unseen-tasks.json').map((one) =>
    unseenTasks.nameOf(one),
  );
  const missing = [
    ...heldOut.plan(heldOut.options, site).filter(({ name }) => !heldOutRuns.includes(name)),
    ...unseenTasks.plan(unseenTasks.options, site).filter(({ name }) => !unseen.includes(name)),
  ];
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('a cluster that is held out is judged and not trained on; the default faders hold for the others', () => {
  const runs = heldOut.plan({ ...heldOut.options, seeds: '2', targets: 'coreference' }, site);
  expect(runs[0]!.order).toMatchObject({ channels: [], judge: [{ weights: 'base' }] });
  const { settings, channels, judge } = runs[1]!.order;
  expect(settings).toMatchObject({ seed: 2, trainTokens: 1_000_000, rehearsalShare: 50 });
  const held = tasks.filter(({ cluster }) => cluster === 'coreference').map(({ id }) => id);
  expect(judge).toMatchObject([{ weights: 'tuned', taskIds: held, withRank: true }]);
  expect(channels.filter(({ taskId }) => held.includes(taskId))).toEqual([]);
  expect(channels.find(({ taskId }) => taskId === 'rate_stars')?.level).toBe(100);
});

test('what is kept of a run is its judgement', () => {
  const [base] = unseenTasks.plan({ ...unseenTasks.options, seeds: '1' }, site);
  const plan = createPlan(base!.order, { name: 'mini', sha256: 'ff' }, tasks);
  const result = {
    taskId: 'qa_who',
    loss: 1,
    metric: 'exactMatch',
    score: 12,
    instances: 50,
  } as const;
  const record = applyEvents(
    createRunRecord({ runId: 'study', name: base!.name, startedAt: '', plan }),
    [
      {
        type: 'judged',
        runId: 'study',
        step: 0,
        judging: plan.judge[0]!,
        evaluation: { results: [result], answers: [], elapsedMs: 1 },
      },
    ],
  );
  expect(base!.keep(record)).toMatchObject({ seed: 0, scores: { qa_who: 12 } });
});

test('verdicts: open without runs, and what the kept runs say', () => {
  expect(heldOut.verdict([], site).holds).toBe('open');
  expect(unseenTasks.verdict([], site).holds).toBe('open');
  expect(instructionCount.verdict([], site).holds).toBe('open');
  const verdict = heldOut.verdict(keptOf<HeldOutRun>('docs/results/held-out.json'), site);
  // docs/held-out.md: six of the eight pass, so the claim does not hold for every cluster.
  expect(verdict.holds).toBe('no');
  expect(Object.keys(verdict.figures)).toHaveLength(8);
  const unseen = unseenTasks.verdict(
    keptOf<UnseenTasksRun>('docs/results/unseen-tasks.json'),
    site,
  );
  expect(unseen.holds).toBe('yes');
  expect(unseen.figures['gain']!.low).toBeGreaterThan(0);
});
