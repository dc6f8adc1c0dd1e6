import type * as tf from '@tensorflow/tfjs-core';
import { f32s, i32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

/** CrossEntropy and its gradient: no probabilities are stored. */
export function registerCrossEntropyWebgpu(recorder: Recorder): void {
  recorder.register('CrossEntropy', ({ logits, targets }: Scored) => {
    const [rows, width] = logits.shape as [number, number];
    const losses = recorder.make([rows]);
    const lse = recorder.make([rows]);
    runRows(recorder, {
      key: 'CrossEntropy',
      writes: { losses: f32s(losses), lse: f32s(lse) },
      reads: { logits: f32s(logits), targets: i32s(targets) },
      uniforms: { width: u32(width) },
      rows,
      reductions: ['max', 'sum'],
      body: `
  let base = row * params.width;
  var largest = -3.0e38;
  for (var c = lane; c < params.width; c += lanes) { largest = max(largest, logits[base + c]); }
  largest = maxLanes(largest, lane);
  var total = 0.0;
  for (var c = lane; c < params.width; c += lanes) { total += exp(logits[base + c] - largest); }
  total = sumLanes(total, lane);
  if (lane == 0u) {
    let logSum = largest + log(total);
    lse[row] = logSum;
    losses[row] = logSum - logits[base + u32(targets[row])];
  }`,
    });
    return [losses, lse];
  });

  recorder.register('CrossEntropyGrad', ({ logits, targets, lse, dy }: Gradient) => {
    const [rows, width] = logits.shape as [number, number];
    const dLogits = recorder.make([rows, width]);
    runRows(recorder, {
      key: 'CrossEntropyGrad',
      writes: { dLogits: f32s(dLogits) },
      reads: { logits: f32s(logits), targets: i32s(targets), lse: f32s(lse), dy: f32s(dy) },
      uniforms: { width: u32(width) },
      rows,
      body: `
  let base = row * params.width;
  let goal = u32(targets[row]);
  let logSum = lse[row];
  let weight = dy[row];
  for (var c = lane; c < params.width; c += lanes) {
    dLogits[base + c] = (exp(logits[base + c] - logSum) - select(0.0, 1.0, c == goal)) * weight;
  }`,
    });
    return dLogits;
  });
}

interface Scored {
  readonly logits: tf.TensorInfo; // [M, V]
  readonly targets: tf.TensorInfo; // int32 [M]
}

interface Gradient extends Scored {
  readonly lse: tf.TensorInfo; // [M]
  readonly dy: tf.TensorInfo; // [M]
}
