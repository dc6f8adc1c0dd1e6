import { expect, test } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import type { BatchPreview } from '../../src/core/protocol/index.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { NextBatch } from '../../src/page/state/nextBatch.svelte.ts';
import { deferred } from './deferred.ts';
import { fakeApi, ok } from './fakeTrainer.ts';

const settings = defaultSettings(modelSizes.nano);
const preview = (batchSize: number): BatchPreview => ({
  batchSize,
  seqLen: 8,
  step: 1,
  paddingShare: 0,
  examples: Array.from({ length: batchSize }, (_, row) => ({
    taskId: `${row}`,
    wording: '',
    row,
    tokens: [],
  })),
});

test('the row that is looked at stays inside a smaller batch', async () => {
  const nextBatch = new NextBatch();
  let rows = 8;
  const api = fakeApi({ previewBatch: () => ok(preview(rows)) });
  await nextBatch.refresh(api, settings, []);
  nextBatch.row = 7;
  rows = 2;
  await nextBatch.refresh(api, settings, []);
  expect(nextBatch.row).toBe(1);
  expect(nextBatch.examplesOfRow.map(({ taskId }) => taskId)).toEqual(['1']);
});

test('an error is shown, and gone with the next batch', async () => {
  const nextBatch = new NextBatch();
  const error = { code: 'not-ready', key: 'engineNotReady', values: {} } as const;
  const failing = fakeApi({ previewBatch: () => Promise.resolve({ ok: false, error }) });
  await nextBatch.refresh(failing, settings, []);
  expect([nextBatch.error, nextBatch.preview]).toEqual([error, null]);
  await nextBatch.refresh(fakeApi(), settings, []);
  expect(nextBatch.error).toBeNull();
  expect(nextBatch.preview?.batchSize).toBe(2);
});

test('a change of the desk while a batch is being built gives the batch of the new desk', async () => {
  const nextBatch = new NextBatch();
  const first = deferred<void>();
  const asked: number[] = [];
  const api = fakeApi({
    previewBatch: async ({ batchSize }) => {
      asked.push(batchSize);
      if (asked.length === 1) await first.promise;
      return { ok: true, value: preview(batchSize) };
    },
  });
  const building = nextBatch.refresh(api, { ...settings, batchSize: 4 }, []);
  const changed = nextBatch.refresh(api, { ...settings, batchSize: 6 }, []);
  first.resolve();
  await Promise.all([building, changed]);
  expect(asked).toEqual([4, 6]);
  expect(nextBatch.preview?.batchSize).toBe(6);
});
