import type * as tf from '@tensorflow/tfjs-core';
import { runProduct } from '../../webgpu/product/runProduct.ts';
import type { Recorder } from '../../webgpu/recorder.ts';

/** Products with frozen weights in half precision; needs no `shader-f16`. */
export function registerHalfLinearWebgpu(recorder: Recorder): void {
  recorder.register('HalfLinear', ({ x, weight, residual }: HalfLinearInputs) => {
    const [m, k] = x.shape as [number, number];
    const n = weight.shape[0]!;
    const y = recorder.make([m, n]);
    const sizes = { m, n, k, aInner: true, bInner: true, bIsHalf: true };
    runProduct(recorder, { ...sizes, a: x, b: weight, y, ...(residual && { residual }) });
    return y;
  });

  recorder.register(
    'HalfLinearGradInput',
    ({ dy, weight }: Record<'dy' | 'weight', tf.TensorInfo>) => {
      const [m, k] = dy.shape as [number, number];
      const n = 2 * weight.shape[1]!;
      const y = recorder.make([m, n]);
      const sizes = { m, n, k, aInner: true, bInner: false, bIsHalf: true };
      runProduct(recorder, { ...sizes, a: dy, b: weight, y });
      return y;
    },
  );
}

interface HalfLinearInputs {
  readonly x: tf.TensorInfo; // [N, In]
  readonly weight: tf.TensorInfo; // int32 [Out, In / 2]
  readonly residual?: tf.TensorInfo; // [N, Out]
}
