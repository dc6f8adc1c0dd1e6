import * as Comlink from 'comlink';
import { expect, test } from 'vitest';
import { memoryEstimate } from '../../src/core/runs/memoryEstimate.ts';
import type { MemoryWorker } from './memory.worker.ts';

const site = `${location.origin}/`;

/** Larger than the 16 MB that WASM's heap begins with. */
const runs = [
  { model: 'nano', batchSize: 8, seqLen: 256, loraRank: 0 },
  { model: 'nano', batchSize: 32, seqLen: 256, loraRank: 0 },
  { model: 'mini', batchSize: 2, seqLen: 256, loraRank: 0 },
  { model: 'mini', batchSize: 8, seqLen: 256, loraRank: 0 },
  { model: 'mini', batchSize: 8, seqLen: 256, loraRank: 8 },
];

test.each(runs)(
  'the memory of $model with $batchSize rows, adapters of rank $loraRank, is known within a quarter',
  async (run) => {
    const url = new URL('./memory.worker.ts', import.meta.url);
    const worker = new Worker(url, { type: 'module' });
    const api = Comlink.wrap<MemoryWorker>(worker);
    await api.start();
    const measured = await api.measure({ site, trainEmbeddings: false, ...run });
    worker.terminate();
    const estimate = memoryEstimate(measured, run);
    expect(estimate.bytes / measured.heap).toBeGreaterThan(0.75);
    expect(estimate.bytes / measured.heap).toBeLessThan(1.25);
    expect(estimate.mostBytes).toBeGreaterThan(estimate.bytes);
  },
);
