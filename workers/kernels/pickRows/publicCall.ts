import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { pickRows as run } from './pickRows.ts';
import { takeRows as take } from './takeRows.ts';

export const pickRows: PublicCall = () => (t) => {
  const { rows, places } = t as Record<string, tf.Tensor1D>;
  return run(t.x as tf.Tensor2D, { rows: rows!, places: places! });
};

export const takeRows: PublicCall = () => (t) => take(t.x!, t.rows as tf.Tensor1D);
