import type * as tf from '@tensorflow/tfjs-core';
import { f32s, u32 } from '../../../../workers/webgpu/program.ts';
import type { Recorder } from '../../../../workers/webgpu/recorder.ts';
import { runRows } from '../../../../workers/webgpu/rowProgram.ts';

export function registerCubeWebgpu(recorder: Recorder): void {
  recorder.register('Cube', ({ x }: { x: tf.TensorInfo }) => {
    const y = recorder.make(x.shape);
    runRows(recorder, {
      key: 'Cube',
      writes: { y: f32s(y) },
      reads: { x: f32s(x) },
      uniforms: { size: u32(x.shape[0]!) },
      rows: 1,
      body: 'for (var i = lane; i < params.size; i += lanes) { y[i] = x[i] * x[i] * x[i]; }',
    });
    return y;
  });
}
