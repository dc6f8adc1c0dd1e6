import { numberToHalf } from '../../../src/core/formats/float16.ts';

/** Pairs of values as halves in one int32 each, the even one in the low half. [n] to [n / 2]. */
export function packHalf(values: Float32Array): Int32Array {
  return Int32Array.from(
    { length: values.length / 2 },
    (_, i) => numberToHalf(values[2 * i]!) | (numberToHalf(values[2 * i + 1]!) << 16),
  );
}
