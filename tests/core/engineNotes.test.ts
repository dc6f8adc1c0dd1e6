import { expect, test } from 'vitest';
import { noteOf, wordsOf } from '../../src/core/engineNote.ts';
import { enEngineNotes } from '../../src/words/en/engineNotes.ts';

test.each([
  [noteOf('noAdapter', {}), 'This browser offers no WebGPU adapter.'],
  [noteOf('backendFailed', { backend: 'wasm', cause: 'no memory' }), 'wasm failed: no memory.'],
  [
    noteOf('kernelsMeasured', {
      winners: [
        { kernels: 'products', variant: 'registers' },
        { kernels: 'inputs', variant: 'fp16' },
        { kernels: 'rows', variant: 64, usesSubgroups: true },
      ],
    }),
    'Fastest kernels here, measured: products by registers, inputs of products in fp16, rows by 64 threads with subgroups.',
  ],
  [
    noteOf('kernelsFallBack', { names: ['rope', 'silu'] }),
    'Wrong results on this device, so slower plain operations stand in for: rope, silu.',
  ],
])('a note crosses as plain data and is worded by its key', (note, sentence) => {
  const crossed = structuredClone(note);
  expect(wordsOf(crossed, enEngineNotes)).toBe(sentence);
});
