import { describe, expect, test } from 'vitest';
import { createRunRecord } from '../../src/core/runs/record.ts';
import { createDatabase } from '../../src/page/store/database.ts';
import { createIndexedRunStore } from '../../src/page/store/indexedRunStore.ts';
import { testRunStore } from '../core/runStoreContract.ts';
import { toyRun, toyStep } from '../core/toyRun.ts';

let databases = 0;
const newName = (): string => `runs-${Date.now()}-${++databases}`;

describe('runs in the browser’s database', () => {
  testRunStore(() => Promise.resolve(createIndexedRunStore(createDatabase(newName()))));

  test('another page finds what was written', async () => {
    const name = newName();
    const first = createIndexedRunStore(createDatabase(name));
    await first.create(toyRun('r'));
    await first.append('r', [toyStep(1), toyStep(2)]);
    const second = createIndexedRunStore(createDatabase(name));
    expect((await second.heads())[0]).toMatchObject({ runId: 'r', step: 2 });
    expect((await second.open('r')).steps).toHaveLength(2);
    await second.remove(['r']);
    await expect(first.open('r')).rejects.toThrow(RangeError);
  });

  test('own files that an earlier version has kept are there still', async () => {
    const name = newName();
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore('ownTasks', { keyPath: 'id' }).put({ id: 'mine' });
    await new Promise((resolve) => (request.onsuccess = resolve));
    request.result.close();
    const open = createDatabase(name);
    expect(await (await open()).getAll('ownTasks')).toEqual([{ id: 'mine' }]);
    const store = createIndexedRunStore(open);
    await store.create(toyRun('r'));
    expect(await store.open('r')).toEqual(createRunRecord(toyRun('r')));
  });

  test('what can’t be written leaves the run as it was', async () => {
    const store = createIndexedRunStore(createDatabase(newName()));
    await store.create(toyRun('r'));
    await store.append('r', [toyStep(1)]);
    const uncloneable = { ...toyStep(2), readings: { f: (() => 0) as unknown as number } };
    await expect(store.append('r', [uncloneable])).rejects.toThrow();
    expect((await store.open('r')).steps).toHaveLength(1);
    expect((await store.heads())[0]!.step).toBe(1);
  });
});
