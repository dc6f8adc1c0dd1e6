import type * as tf from '@tensorflow/tfjs-core';
import { allBlocks } from './layout.ts';
import type { ParamLayout } from './layout.ts';
import type { Projection } from './project.ts';

/** The weights as a forward pass asks for them, by the keys of its family's blocks. */
export interface Params {
  /** To look up rows in: [V, D]. */
  table(key: string): tf.Tensor2D;
  /** To multiply with: [Out, In]. */
  matrix(key: string): Projection;
  /** A gain or a bias: [D]. */
  vector(key: string): tf.Tensor1D;
}

/** Tensors in the order of `allBlocks`. Asking for a key that is no block throws an Error. */
export function paramsOf(layout: ParamLayout, tensors: readonly tf.Tensor[]): Params {
  const byKey = new Map(allBlocks(layout).map(({ plan }, i) => [plan.key, tensors[i]!]));
  const block = <T extends tf.Tensor>(key: string): T => {
    const tensor = byKey.get(key);
    if (tensor) return tensor as T;
    throw new Error(`params: the model has no block "${key}"`);
  };
  return {
    table: (key) => block(key),
    matrix: (key) => ({ weight: block(key) }),
    vector: (key) => block(key),
  };
}
