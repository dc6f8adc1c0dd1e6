import { expect, test } from 'vitest';
import { unpacked } from '../../bench/defaultMixture.ts';
import type { Batch } from '../../src/core/batch/batch.ts';

test('examples of a packed batch come out one by one, without padding', () => {
  const batch: Batch = {
    batchSize: 2,
    seqLen: 4,
    inputIds: Int32Array.of(1, 2, 3, 0, 4, 5, 6, 7),
    targets: Int32Array.of(2, 0, 9, 0, 5, 6, 7, 8),
    lossMask: Float32Array.of(1, 0, 1, 0, 0, 0, 1, 1),
    exampleIds: Int32Array.of(1, 1, 2, 0, 1, 1, 1, 1),
    taskIds: new Int32Array(8),
    partIds: new Uint8Array(8),
  };
  expect(unpacked(batch)).toEqual([
    { inputIds: [1, 2], targets: [2, 0], lossMask: [1, 0] },
    { inputIds: [3], targets: [9], lossMask: [1] },
    { inputIds: [4, 5, 6, 7], targets: [5, 6, 7, 8], lossMask: [0, 0, 1, 1] },
  ]);
});
