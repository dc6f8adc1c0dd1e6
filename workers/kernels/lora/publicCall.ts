import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { lora as run } from './lora.ts';
import { loraReference as runReference } from './reference.ts';

type Lora = typeof run;

const callOf =
  (operation: Lora): PublicCall =>
  (attrs) =>
  (t) => {
    const { x, a, b, base } = t as Record<string, tf.Tensor2D>;
    return operation(x!, a!, b!, base!, attrs.scale as number);
  };

export const lora = callOf(run);
export const loraReference = callOf(runReference);
