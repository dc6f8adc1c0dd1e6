import * as tf from '@tensorflow/tfjs-core';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import type { PublicCall } from '../publicCall.ts';
import { cachedAttention as run, fillCache as runFill } from './cachedAttention.ts';

export const fillCache: PublicCall = (attrs) => (t) =>
  runFill(
    t.qkv as tf.Tensor2D,
    attrs as unknown as HeadLayout,
    attrs.seqLen as number,
    attrs.capacity as number,
  );

export const cachedAttention: PublicCall = (attrs) => (t) => {
  const { mixed, cache } = run(
    t.qkv as tf.Tensor2D,
    t.cache as tf.Tensor3D,
    t.firsts as tf.Tensor1D,
    attrs as unknown as HeadLayout,
    attrs.column as number,
  );
  return tf.concat([tf.reshape(mixed, [-1]), tf.reshape(cache, [-1])]);
};
