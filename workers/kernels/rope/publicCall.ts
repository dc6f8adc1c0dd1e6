import type * as tf from '@tensorflow/tfjs-core';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import type { PublicCall } from '../publicCall.ts';
import { rope as run } from './rope.ts';

export const rope: PublicCall = (attrs) => (t) => {
  const { qkv, table } = t as Record<string, tf.Tensor2D>;
  const { seqLen, firstPosition, ...layout } = attrs as unknown as HeadLayout & {
    seqLen: number;
    firstPosition: number;
  };
  return run(qkv!, table!, layout, seqLen, firstPosition);
};
