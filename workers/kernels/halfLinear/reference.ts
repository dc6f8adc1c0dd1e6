import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/** The packed halves as float32, by integer arithmetic. packed: int32 [Out, In/2]; gives [Out, In]. */
export function unpackHalf(packed: tf.Tensor2D): tf.Tensor2D {
  const [nOut, nPairs] = packed.shape;
  const whole = tf.cast(packed, 'int32');
  const two16 = tf.scalar(65536, 'int32');
  const low = tf.mod(whole, two16); // 0 … 65535
  const high = tf.mod(tf.floorDiv(tf.sub(whole, low), two16), two16);
  const pairs = tf.stack([halfValue(low), halfValue(high)], 2); // [Out, In/2, 2]
  return tf.reshape(pairs, [nOut, 2 * nPairs]);
}

/** Sign, exponent and fraction of 16 bits put together. */
function halfValue(bits: tf.Tensor): tf.Tensor {
  const int = (value: number): tf.Scalar => tf.scalar(value, 'int32');
  const isNegative = tf.cast(tf.greaterEqual(bits, int(32768)), 'float32');
  const sign = tf.sub(constant(1), tf.mul(constant(2), isNegative));
  const magnitude = tf.mod(bits, int(32768));
  const fraction = tf.cast(tf.mod(magnitude, int(1024)), 'float32');
  const exponent = tf.cast(tf.floorDiv(magnitude, int(1024)), 'float32');
  const isNormal = tf.greater(exponent, constant(0));
  const lead = tf.cast(isNormal, 'float32');
  const mantissa = tf.add(lead, tf.mul(fraction, constant(1 / 1024)));
  const power = tf.sub(tf.maximum(exponent, constant(1)), constant(15));
  return tf.mul(sign, tf.mul(mantissa, tf.pow(constant(2), power)));
}

/** x·Wᵀ (+ residual) with W unpacked first. */
export function halfLinearReference(
  x: tf.Tensor2D,
  weight: tf.Tensor2D,
  residual?: tf.Tensor2D,
): tf.Tensor2D {
  const product = tf.matMul<tf.Tensor2D>(x, unpackHalf(weight), false, true);
  return residual ? tf.add(product, residual) : product;
}
