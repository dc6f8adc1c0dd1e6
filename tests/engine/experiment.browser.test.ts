import * as Comlink from 'comlink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Judging, TrainEvent } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../src/core/runs/record.ts';
import { runExperiment } from '../../src/core/runs/runExperiment.ts';
import { guardedApi } from '../../src/page/bridge/guardedApi.ts';
import { startTrainer, taskIds, valueOf, type TestTrainer } from './startTrainer.ts';

let trainer: TestTrainer;
beforeAll(async () => {
  trainer = await startTrainer('wasm');
}, 60_000);
afterAll(() => trainer.terminate());

const settings = {
  batchSize: 2,
  seqLen: 128,
  trainTokens: 3 * 256,
  evalInstances: 1,
  metricInstances: 0,
};

/** Plans, runs on the real worker, folds. */
async function run(runId: string, order: Partial<RunOrder>): Promise<RunRecord> {
  const plan = trainer.plan(settings, order);
  let record = createRunRecord({ runId, name: runId, startedAt: '', plan });
  const onEvents = (events: readonly TrainEvent[]): void => {
    record = applyEvents(record, events);
  };
  const api = guardedApi(trainer.api, new Promise(() => undefined));
  valueOf(await runExperiment({ api, runId, plan, onEvents, now: () => performance.now() }).ended);
  return record;
}

const judging = (weights: 'base' | 'tuned', split: Judging['split']): Judging => ({
  name: split,
  weights,
  split,
  taskIds,
  maxInstances: 2,
  withMetric: true,
  keptAnswers: 1,
});

test('judged, trained, judged again by the real worker; what cannot be judged costs nothing else', async () => {
  const judge = [judging('base', 'test'), judging('tuned', 'exam'), judging('tuned', 'test')];
  const record = await run('first', { judge });
  expect(record).toMatchObject({ status: 'completed', error: null });
  expect(record.steps).toHaveLength(3);
  expect(record.plan.model).toEqual({ name: 'nano', sha256: record.model?.sha256 });
  expect(record.plan.taskHashes[taskIds[1]]).toMatch(/^[0-9a-f]{64}$/);
  const [base, tuned] = record.judgements;
  expect([base?.step, tuned?.step]).toEqual([0, 3]);
  expect(tuned!.evaluation.results[0]!.loss).not.toBe(base!.evaluation.results[0]!.loss);
  expect(tuned!.evaluation.answers.map(({ taskId }) => taskId)).toEqual(taskIds);
  // Nobody here can fetch an exam.
  expect(record.failedJudgings.map((one) => one.judging.name)).toEqual(['exam']);
  expect(Object.keys(record.seconds)).toEqual(['base test', 'train', 'tuned exam', 'tuned test']);
});

test('a run carries on with what the run of its plan has left, and with no other’s', async () => {
  const base = await run('a', {});
  const after = await run('b', { startFrom: { kind: 'run', runId: 'a' } });
  expect(after.steps[0]!.loss).toBeLessThan(base.steps[0]!.loss);
  await expect(run('c', { startFrom: { kind: 'run', runId: 'a' } })).rejects.toThrow(
    /run "a" are not here/,
  );
});

test('a plan for other weights is refused before anything is trained', async () => {
  const plan = trainer.plan(settings);
  const other = { ...plan, model: { name: 'nano', sha256: '0'.repeat(64) } };
  const silent = Comlink.proxy(() => undefined);
  expect(await trainer.api.train({ runId: 'd', plan: other }, silent)).toMatchObject({
    ok: false,
    error: { code: 'model-mismatch' },
  });
});
