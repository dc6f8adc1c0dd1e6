import type * as tf from '@tensorflow/tfjs-core';
import { cachedAttention } from '../../webgpu/attention/cachedAttention.ts';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** CacheFill and CachedAttention: the key-value cache of generation, changed in place. */
export function registerCachedAttentionWebgpu(recorder: Recorder): void {
  recorder.register('CacheFill', ({ qkv }: { qkv: tf.TensorInfo }, attrs: FillAttrs) => {
    const { capacity, nHeads, nKvHeads, headDim, seqLen } = attrs;
    const width = 2 * nKvHeads * headDim;
    const streams = qkv.shape[0]! / seqLen;
    const cache = recorder.make([streams, capacity, width]);
    runRows(recorder, {
      key: 'CacheFill',
      writes: { cache: f32s(cache) },
      reads: { qkv: f32s(qkv) },
      uniforms: {
        width: u32(width),
        queries: u32(nHeads * headDim),
        capacity: u32(capacity),
        seqLen: u32(seqLen),
      },
      rows: streams * capacity,
      body: fill,
    });
    return cache;
  });

  recorder.register('CachedAttention', ({ qkv, cache, firsts }: Cached, attrs: CachedAttrs) => {
    const { nHeads, headDim, column } = attrs;
    const streams = qkv.shape[0]!;
    const out = recorder.make([streams, nHeads * headDim]);
    const { threads, code } = cachedAttention(attrs, recorder);
    recorder.run({
      key: `CachedAttention/${nHeads}/${attrs.nKvHeads}/${headDim}/${threads}`,
      writes: { out: f32s(out), cache: f32s(cache) },
      reads: { qkv: f32s(qkv), firsts: i32s(firsts) },
      uniforms: { column: u32(column), capacity: u32(cache.shape[1]!), streams: u32(streams) },
      groups: streams * nHeads,
      code,
    });
    return out;
  });
}

const fill = `
  let place = row % params.capacity;
  let from_ = (row / params.capacity * params.seqLen + place) * (params.queries + params.width);
  let isFilled = place < params.seqLen;
  for (var c = lane; c < params.width; c += lanes) {
    var value = 0.0;
    if (isFilled) { value = qkv[from_ + params.queries + c]; }
    cache[row * params.width + c] = value;
  }`;

interface FillAttrs extends HeadLayout {
  readonly capacity: number;
  readonly seqLen: number;
}

interface Cached {
  readonly qkv: tf.TensorInfo; // [R, W]
  readonly cache: tf.TensorInfo; // [R, C, 2·Hkv·Dh]
  readonly firsts: tf.TensorInfo; // int32 [R]
}

interface CachedAttrs extends HeadLayout {
  readonly column: number;
}
