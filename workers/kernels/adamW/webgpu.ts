import type * as tf from '@tensorflow/tfjs-core';
import { f32, f32s, u32 } from '../../webgpu/program.ts';
import type { Program } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

const maxGroups = 1024;
const largestFloat = 3e38;

/** AdamW over all parameters in one dispatch, in place. */
export function registerAdamWWebgpu(recorder: Recorder): void {
  recorder.register('AdamW', (inputs: AdamWInputs, attrs: AdamWAttrs) => {
    const { params, mean, square, grads, decays, norm } = inputs;
    const size = params.shape[0]!;
    runRows(recorder, {
      key: 'AdamW',
      writes: { weights: f32s(params), mean: f32s(mean), square: f32s(square) },
      reads: { grads: f32s(grads), decays: f32s(decays), norm: f32s(norm) },
      uniforms: { size: u32(size), ...factors(attrs) },
      rows: Math.min(maxGroups, Math.ceil(size / recorder.variants.rowLanes)),
      body: update,
    });
    return recorder.same(params);
  });
}

// The bits are looked at because WGSL need not tell NaN or infinity by comparing.
const update = `
  let length = norm[0];
  if ((bitcast<u32>(length) & 0x7f800000u) == 0x7f800000u) { return; }
  let scale = params.gradScale * min(1.0, params.maxGradNorm / (length + 1e-6));
  for (var i = row * lanes + lane; i < params.size; i += params.rows * lanes) {
    let g = grads[i] * scale;
    let m = mean[i] + (g - mean[i]) * params.meanShare;
    let s = square[i] + (g * g - square[i]) * params.squareShare;
    mean[i] = m;
    square[i] = s;
    let kept = weights[i] * (1.0 - params.decay * decays[i]);
    weights[i] = kept - params.stepSize * m / (sqrt(s) * params.squareFactor + params.epsilon);
  }`;

/** What the host knows in double precision: the bias corrections of Adam and the shares. */
function factors(attrs: AdamWAttrs): Program['uniforms'] {
  const { learningRate, weightDecay, beta1, beta2, step } = attrs;
  return {
    gradScale: f32(attrs.gradScale),
    maxGradNorm: f32(Math.min(attrs.maxGradNorm, largestFloat)),
    meanShare: f32(1 - beta1),
    squareShare: f32(1 - beta2),
    decay: f32(learningRate * weightDecay),
    stepSize: f32(learningRate / (1 - beta1 ** step)),
    squareFactor: f32(1 / Math.sqrt(1 - beta2 ** step)),
    epsilon: f32(attrs.epsilon),
  };
}

interface AdamWInputs {
  readonly params: tf.TensorInfo; // [P]
  readonly mean: tf.TensorInfo; // [P]
  readonly square: tf.TensorInfo; // [P]
  readonly grads: tf.TensorInfo; // [P]
  readonly decays: tf.TensorInfo; // [P]
  readonly norm: tf.TensorInfo; // [1]
}

interface AdamWAttrs {
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly step: number;
  readonly maxGradNorm: number;
  readonly gradScale: number;
}
