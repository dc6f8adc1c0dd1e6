import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { swiglu as run } from './swiglu.ts';

export const swiglu: PublicCall = () => (t) => run(t.gateUp as tf.Tensor2D);
