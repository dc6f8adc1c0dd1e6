import type * as tf from '@tensorflow/tfjs-core';
import { ints, layout, nRows, random, seqLen, width } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { cachedAttention, fillCache } from './cachedAttention.ts';
import { registerCachedAttentionWasm } from './wasm.ts';
import { registerCachedAttentionWebgpu } from './webgpu.ts';

/** Two prompts in a cache, then two more columns. */
function check(): tf.Tensor[] {
  const firsts = ints([0, 2]);
  const prompt = random<tf.Rank.R2>('prompt', [nRows, width]);
  let cache = fillCache(prompt, layout, seqLen, 8);
  return [5, 6].map((column) => {
    const fresh = random<tf.Rank.R2>(`column ${column}`, [2, width]);
    const step = cachedAttention(fresh, cache, firsts, layout, column);
    cache = step.cache;
    return step.mixed;
  });
}

export const cachedAttentionOperation: Operation = {
  kernels: {
    CacheFill: { inputs: 'qkv [R·P, W]', gives: 'cache [R, C, 2·Hkv·Dh]' },
    CachedAttention: {
      inputs: 'qkv [R, W], cache, firsts [R]',
      gives: '[R, H·Dh]; the new column goes into the cache in place',
    },
  },
  webgpu: registerCachedAttentionWebgpu,
  wasm: registerCachedAttentionWasm,
  check,
};
