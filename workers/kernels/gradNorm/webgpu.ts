import type * as tf from '@tensorflow/tfjs-core';
import { f32, f32s, u32 } from '../../webgpu/program.ts';
import type { Recorder } from '../../webgpu/recorder.ts';
import { runRows } from '../../webgpu/rowProgram.ts';

const maxParts = 256;

const sumOfSquares = (values: string, square: string): string => `
  var total = 0.0;
  for (var i = row * lanes + lane; i < params.size; i += params.rows * lanes) {
    let v = ${values}[i];
    total += ${square};
  }
  total = sumLanes(total, lane);`;

/** GradNorm in two dispatches: the parts of a fixed number of workgroups, then their sum. */
export function registerGradNormWebgpu(recorder: Recorder): void {
  recorder.register(
    'GradNorm',
    ({ grads }: { grads: tf.TensorInfo }, attrs: { gradScale: number }) => {
      const size = grads.shape[0]!;
      const nParts = Math.min(maxParts, Math.ceil(size / recorder.variants.rowLanes));
      const parts = recorder.make([nParts]);
      runRows(recorder, {
        key: 'GradNormParts',
        writes: { parts: f32s(parts) },
        reads: { grads: f32s(grads) },
        uniforms: { size: u32(size) },
        rows: nParts,
        reductions: ['sum'],
        body: `${sumOfSquares('grads', 'v * v')}
  if (lane == 0u) { parts[row] = total; }`,
      });
      const norm = recorder.make([1]);
      runRows(recorder, {
        key: 'GradNorm',
        writes: { norm: f32s(norm) },
        reads: { parts: f32s(parts) },
        uniforms: { size: u32(nParts), gradScale: f32(attrs.gradScale) },
        rows: 1,
        reductions: ['sum'],
        body: `${sumOfSquares('parts', 'v')}
  if (lane == 0u) { norm[0] = params.gradScale * sqrt(total); }`,
      });
      recorder.dispose(parts);
      return norm;
    },
  );
}
