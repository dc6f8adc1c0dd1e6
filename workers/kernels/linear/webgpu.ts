import type * as tf from '@tensorflow/tfjs-core';
import { runProduct } from '../../webgpu/product/runProduct.ts';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import type { Recorder } from '../../webgpu/recorder.ts';

/** Linear and its two gradients: one dispatch each, no transposed copies. */
export function registerLinearWebgpu(recorder: Recorder): void {
  recorder.register('Linear', ({ x, weight, residual }: LinearInputs) => {
    const [m, k] = x.shape as [number, number];
    const n = weight.shape[0]!;
    const y = recorder.make([m, n]);
    const sizes = { m, n, k, aInner: true, bInner: true };
    runProduct(recorder, { ...sizes, a: x, b: weight, y, ...(residual && { residual }) });
    return y;
  });

  recorder.register('LinearGradInput', ({ dy, weight }: Record<'dy' | 'weight', tf.TensorInfo>) => {
    const [m, k] = dy.shape as [number, number];
    const n = weight.shape[1]!;
    const y = recorder.make([m, n]);
    runProduct(recorder, { m, n, k, a: dy, b: weight, y, aInner: true, bInner: false });
    return y;
  });

  recorder.register(
    'LinearGradWeight',
    ({ dy, x }: Record<'dy' | 'x', tf.TensorInfo>, attrs: OutAttrs) => {
      const [k, m] = dy.shape as [number, number];
      const n = x.shape[1]!;
      const y = recorder.target(attrs, [m, n]);
      const sizes = { m, n, k, aInner: false, bInner: false };
      runProduct(recorder, { ...sizes, a: dy, b: x, y, accumulates: attrs.accumulates === true });
      return y;
    },
  );
}

interface LinearInputs {
  readonly x: tf.TensorInfo; // [N, In]
  readonly weight: tf.TensorInfo; // [Out, In]
  readonly residual?: tf.TensorInfo; // [N, Out]
}
