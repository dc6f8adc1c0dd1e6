import type * as tf from '@tensorflow/tfjs-core';
import { f32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

// exp overflows at 88; the sigmoid is 0 in single precision long before.
const sigmoid = '1.0 / (1.0 + exp(min(-gate, 80.0)))';

/** SwiGlu and its gradient, which computes the sigmoid again and stores nothing for it. */
export function registerSwigluWebgpu(recorder: Recorder): void {
  recorder.register('SwiGlu', ({ gateUp }: { gateUp: tf.TensorInfo }) => {
    const [rows, both] = gateUp.shape as [number, number];
    const y = recorder.make([rows, both / 2]);
    runRows(recorder, {
      key: 'SwiGlu',
      writes: { y: f32s(y) },
      reads: { gateUp: f32s(gateUp) },
      uniforms: { width: u32(both / 2) },
      rows,
      body: `
  let base = row * params.width;
  for (var c = lane; c < params.width; c += lanes) {
    let gate = gateUp[2u * base + c];
    y[base + c] = gate * (${sigmoid}) * gateUp[2u * base + params.width + c];
  }`,
    });
    return y;
  });

  recorder.register('SwiGluGrad', ({ gateUp, dy }: Record<'gateUp' | 'dy', tf.TensorInfo>) => {
    const [rows, both] = gateUp.shape as [number, number];
    const dGateUp = recorder.make([rows, both]);
    runRows(recorder, {
      key: 'SwiGluGrad',
      writes: { dGateUp: f32s(dGateUp) },
      reads: { gateUp: f32s(gateUp), dy: f32s(dy) },
      uniforms: { width: u32(both / 2) },
      rows,
      body: `
  let base = row * params.width;
  for (var c = lane; c < params.width; c += lanes) {
    let gate = gateUp[2u * base + c];
    let up = gateUp[2u * base + params.width + c];
    let d = dy[base + c];
    let s = ${sigmoid};
    dGateUp[2u * base + c] = d * up * s * (1.0 + gate * (1.0 - s));
    dGateUp[2u * base + params.width + c] = d * gate * s;
  }`,
    });
    return dGateUp;
  });
}
