import type * as tf from '@tensorflow/tfjs-core';
import { linear } from '../kernels/linear/linear.ts';
import { swiglu } from '../kernels/swiglu/swiglu.ts';
import type { LayerParams } from './params.ts';

/** Gated feed-forward layer: down(silu(gate(x)) · up(x)). x: [N, D]; gives [N, D]. */
export function mlp(x: tf.Tensor2D, layer: LayerParams): tf.Tensor2D {
  const gated = swiglu(linear(x, layer.gateProj), linear(x, layer.upProj)); // [N, F]
  return linear(gated, layer.downProj);
}
