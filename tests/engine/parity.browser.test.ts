import * as Comlink from 'comlink';
import { expect, it } from 'vitest';
import type { ParityOn } from './parity.worker.ts';

it.each(['cpu', 'wasm', 'webgpu'] as const)(
  'on %s, logits, loss and every gradient agree with PyTorch within 1e-3, and decoding with the model',
  async (backend) => {
    const worker = new Worker(new URL('./parity.worker.ts', import.meta.url), { type: 'module' });
    const parityOn = Comlink.wrap<ParityOn>(worker);
    const { engine, parity } = await parityOn(backend);
    worker.terminate();
    expect(engine.backend).toBe(backend);
    expect(parity.logits).toBeLessThan(1e-3);
    expect(parity.loss).toBeLessThan(1e-3);
    expect(parity.decoding).toBeLessThan(1e-4);
    for (const [name, value] of Object.entries(parity.gradients)) {
      expect(value, name).toBeLessThan(1e-3);
    }
  },
);
