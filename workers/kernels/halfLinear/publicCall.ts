import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { frozenWeight } from './frozenWeight.ts';
import { halfLinear as run } from './halfLinear.ts';

/** The weight comes as float32 and is frozen first. */
export const halfLinear: PublicCall = (_attrs, { weight }) => {
  const frozen = frozenWeight(weight!.values as Float32Array, weight!.shape as [number, number]);
  return (t) => {
    const { x, residual } = t as Record<string, tf.Tensor2D>;
    return run(x!, frozen, residual);
  };
};
