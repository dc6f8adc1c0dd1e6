import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import type { RunStore } from '../../src/core/runs/runStore.ts';
import { toyJudging, toyRun } from './toyRun.ts';

const events: readonly TrainEvent[] = [
  { type: 'stage', runId: 'r1', step: 0, stage: 'train', seconds: 3 },
  {
    type: 'judged',
    runId: 'r1',
    step: 2,
    judging: toyJudging('tuned'),
    evaluation: {
      results: [{ taskId: 'a', loss: 1, metric: 'accuracy', score: 40, instances: 2 }],
      answers: [],
      elapsedMs: 1,
    },
  },
  { type: 'finished', runId: 'r1', step: 2, tokens: 20, elapsedMs: 9, reason: 'completed' },
];

/** What every store of runs keeps to. @param createStore an empty one each time */
export function testRunStore(createStore: () => Promise<RunStore>): void {
  const withTwo = async (): Promise<RunStore> => {
    const store = await createStore();
    await store.create(toyRun('r1'));
    await store.create(toyRun('r2'));
    return store;
  };
  testLog(withTwo);
  testNames(withTwo);
}

/** @param withTwo a store of two runs */
function testLog(withTwo: () => Promise<RunStore>): void {
  test('gives a run back as the fold of its plan and its events, however they came', async () => {
    const store = await withTwo();
    await store.append('r1', events.slice(0, 1));
    await store.append('r1', events.slice(1));
    expect(await store.open('r1')).toEqual(applyEvents(createRunRecord(toyRun('r1')), events));
    expect(await store.open('r2')).toEqual(createRunRecord(toyRun('r2')));
  });

  test('heads are in the order of creation and say how each run stands', async () => {
    const store = await withTwo();
    await store.append('r1', events);
    const heads = await store.heads();
    expect(heads.map(({ runId, status }) => [runId, status])).toEqual([
      ['r1', 'completed'],
      ['r2', 'waiting'],
    ]);
    expect(heads[0]).toMatchObject({ plan: toyRun('r1').plan, finals: { testScore: 40 } });
    expect(heads[0]!.bytes).toBeGreaterThan(heads[1]!.bytes);
  });

  test('a run that goes on from an earlier moment has the log of then', async () => {
    const store = await withTwo();
    await store.append('r1', events);
    await store.rewind('r1', events.slice(0, 1));
    expect(await store.open('r1')).toEqual(
      applyEvents(createRunRecord(toyRun('r1')), events.slice(0, 1)),
    );
    expect((await store.heads())[0]).toMatchObject({ status: 'waiting', finals: {} });
    await store.append('r1', events.slice(1));
    expect(await store.open('r1')).toEqual(applyEvents(createRunRecord(toyRun('r1')), events));
    await expect(store.rewind('r9', events)).rejects.toThrow(RangeError);
  });
}

/** @param withTwo a store of two runs */
function testNames(withTwo: () => Promise<RunStore>): void {
  test('a new name changes nothing else', async () => {
    const store = await withTwo();
    await store.append('r1', events);
    const before = await store.open('r1');
    await store.rename('r1', 'mine');
    expect(await store.open('r1')).toEqual({ ...before, name: 'mine' });
    expect((await store.heads())[0]!.name).toBe('mine');
  });

  test('removes all that are named, or none', async () => {
    const store = await withTwo();
    await expect(store.remove(['r1', 'r9'])).rejects.toThrow(RangeError);
    expect(await store.heads()).toHaveLength(2);
    await store.remove(['r1']);
    expect((await store.heads()).map(({ runId }) => runId)).toEqual(['r2']);
  });

  test('a run that is not there, or is there already, is an error by its id', async () => {
    const store = await withTwo();
    await expect(store.open('r9')).rejects.toThrow(/"r9"/);
    await expect(store.append('r9', events)).rejects.toThrow(RangeError);
    await expect(store.rename('r9', 'x')).rejects.toThrow(RangeError);
    await expect(store.create(toyRun('r1'))).rejects.toThrow(/"r1" is there already/);
  });
}
