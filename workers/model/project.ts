import type * as tf from '@tensorflow/tfjs-core';
import { halfLinear } from '../kernels/halfLinear/halfLinear.ts';
import { linear } from '../kernels/linear/linear.ts';
import { lora } from '../kernels/lora/lora.ts';

/** A matrix to multiply with: trained as it is, or frozen, with or without an adapter. */
export type Projection = TrainedProjection | FrozenProjection;

export interface TrainedProjection {
  readonly weight: tf.Tensor2D; // [Out, In]
}

export interface FrozenProjection {
  /** From `frozenWeight`. */
  readonly half: tf.Tensor2D; // int32 [Out, In/2]
  readonly adapter?: Adapter;
}

/** scale · (x·Aᵀ)·Bᵀ is added to what the frozen matrix gives. */
export interface Adapter {
  readonly a: tf.Tensor2D; // [r, In]
  readonly b: tf.Tensor2D; // [Out, r]
  readonly scale: number;
}

/** x·Wᵀ (+ residual). x: [N, In]; gives [N, Out]. */
export function project(
  x: tf.Tensor2D,
  projection: Projection,
  residual?: tf.Tensor2D,
): tf.Tensor2D {
  if ('weight' in projection) return linear(x, projection.weight, residual);
  const { half, adapter } = projection;
  const base = halfLinear(x, half, residual);
  return adapter ? lora(x, adapter.a, adapter.b, base, adapter.scale) : base;
}
