import type * as tf from '@tensorflow/tfjs-core';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import type { PublicCall } from '../publicCall.ts';
import { packedAttention as run } from './packedAttention.ts';

export const packedAttention: PublicCall = (attrs) => (t) => {
  const { qkv, spans } = t as Record<string, tf.Tensor2D>;
  return run(qkv!, spans!, attrs as unknown as HeadLayout, attrs.seqLen as number);
};
