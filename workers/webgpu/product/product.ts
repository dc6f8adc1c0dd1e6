import type * as tf from '@tensorflow/tfjs-core';

/**
 * y [M, N] = Σ_k a(m, k) · b(k, n) (+ residual), or added to what y holds. Each factor is stored
 * with k along its rows ('inner': a as [M, K], b as [N, K]) or down its columns ('outer': a as
 * [K, M], b as [K, N]).
 */
export interface Product {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly aInner: boolean;
  readonly bInner: boolean;
  /** b holds two IEEE half floats in each int. */
  readonly bIsHalf?: boolean;
  readonly residual?: tf.TensorInfo;
  readonly y: tf.TensorInfo;
  readonly accumulates?: boolean;
}

/** What of a product goes into the text of its shader. */
export function productKey(product: Product): string {
  const { aInner, bInner, bIsHalf, residual, accumulates } = product;
  return [aInner, bInner, bIsHalf, residual !== undefined, accumulates]
    .map((flag) => (flag ? 1 : 0))
    .join('');
}
