import type * as tf from '@tensorflow/tfjs-core';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

/** TokenEmbedding and its gradient, which sums a token's rows in the order given: no atomics. */
export function registerEmbeddingWebgpu(recorder: Recorder): void {
  recorder.register('TokenEmbedding', ({ table, ids }: Lookup) => {
    const width = table.shape[1]!;
    const rows = ids.shape[0]!;
    const y = recorder.make([rows, width]);
    runRows(recorder, {
      key: 'TokenEmbedding',
      writes: { y: f32s(y) },
      reads: { table: f32s(table), ids: i32s(ids) },
      uniforms: { width: u32(width) },
      rows,
      body: `
  let from_ = u32(ids[row]) * params.width;
  let to = row * params.width;
  for (var c = lane; c < params.width; c += lanes) { y[to + c] = table[from_ + c]; }`,
    });
    return y;
  });

  recorder.register('TokenEmbeddingGrad', ({ dy, order, starts }: Gradient, attrs: OutAttrs) => {
    const width = dy.shape[1]!;
    const rows = starts.shape[0]! - 1;
    const dTable = recorder.target(attrs, [rows, width]);
    runRows(recorder, {
      key: `TokenEmbeddingGrad/${attrs.accumulates === true}`,
      writes: { dTable: f32s(dTable) },
      reads: { dy: f32s(dy), order: i32s(order), starts: i32s(starts) },
      uniforms: { width: u32(width) },
      rows,
      body: `
  let first = starts[row];
  let end = starts[row + 1u];
  for (var c = lane; c < params.width; c += lanes) {
    var total = 0.0;
    for (var p = first; p < end; p++) { total += dy[u32(order[p]) * params.width + c]; }
    dTable[row * params.width + c] ${attrs.accumulates ? '+=' : '='} total;
  }`,
    });
    return dTable;
  });
}

interface Lookup {
  readonly table: tf.TensorInfo; // [V, D]
  readonly ids: tf.TensorInfo; // int32 [N]
}

interface Gradient {
  readonly dy: tf.TensorInfo; // [N, D]
  readonly order: tf.TensorInfo; // int32 [N]
  readonly starts: tf.TensorInfo; // int32 [V + 1]
}
