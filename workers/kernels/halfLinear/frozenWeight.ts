import * as tf from '@tensorflow/tfjs-core';
import { halfToNumber, numberToHalf } from '../../../src/core/formats/float16.ts';
import { usesKernel } from '../implementation.ts';

/**
 * A frozen weight in half precision, as `halfLinear` reads it: two halves in each int32, the even
 * column in the low half, [Out, In/2]; without a kernel that unpacks them, the same values as
 * float32 [Out, In]. values: [Out · In].
 */
export function frozenWeight(values: Float32Array, [nOut, nIn]: [number, number]): tf.Tensor2D {
  if (!usesKernel('HalfLinear') || !usesKernel('HalfLinearGradInput')) {
    return tf.tensor2d(
      values.map((value) => halfToNumber(numberToHalf(value))),
      [nOut, nIn],
    );
  }
  const packed = Int32Array.from(
    { length: values.length / 2 },
    (_, i) => numberToHalf(values[2 * i]!) | (numberToHalf(values[2 * i + 1]!) << 16),
  );
  return tf.tensor2d(packed, [nOut, nIn / 2], 'int32');
}
