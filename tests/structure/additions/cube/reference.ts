import * as tf from '@tensorflow/tfjs-core';

export const cubeReference = (x: tf.Tensor1D): tf.Tensor1D => tf.mul(x, tf.square(x));
