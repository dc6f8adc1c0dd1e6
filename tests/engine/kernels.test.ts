import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { attention } from '../../workers/kernels/attention/attention.ts';
import { crossEntropy } from '../../workers/kernels/crossEntropy/crossEntropy.ts';
import { embedding } from '../../workers/kernels/embedding/embedding.ts';
import { gatherRows } from '../../workers/kernels/gatherRows/gatherRows.ts';
import { rmsNorm } from '../../workers/kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../../workers/kernels/rope/rope.ts';
import { registerCpuSegmentSum } from '../../workers/kernels/segmentSum/segmentSum.ts';
import { swiglu } from '../../workers/kernels/swiglu/swiglu.ts';
import { packedMask } from '../../workers/loop/attentionMask.ts';
import { createRope } from '../../workers/model/ropeTables.ts';
import { compare, relativeDifference } from './gradients.ts';
import { randomTensor } from './randomTensor.ts';

const tolerance = 2e-5;

beforeAll(async () => {
  registerCpuSegmentSum();
  await tf.setBackend('cpu');
});

describe('each kernel and its hand-written gradient agree with plain ops on the tape', () => {
  it('embedding adds the gradients of a token that occurs twice', () => {
    const table = randomTensor('table', [7, 3]);
    const ids = tf.tensor1d([2, 0, 2, 6, 2], 'int32');
    const plain = (t: tf.Tensor) => tf.matMul(tf.oneHot(ids, 7, 1, 0, 'float32'), t);
    const dy = randomTensor('dy', [5, 3]);
    const ours = (t: tf.Tensor) => embedding(t as tf.Tensor2D, ids);
    expect(compare(ours, plain, [table], dy)).toBeLessThan(tolerance);
  });

  it('gatherRows takes the rows with loss and sends nothing to the others', () => {
    const x = randomTensor('x', [5, 3]);
    const rows = tf.tensor1d([1, 4, 0], 'int32'); // the last is a filler
    const places = tf.tensor1d([3, 0, 3, 3, 1], 'int32');
    const dy = tf.tensor2d([1, 2, 3, 4, 5, 6, 0, 0, 0], [3, 3]);
    const { grads } = tf.valueAndGrads((t: tf.Tensor) =>
      gatherRows(t as tf.Tensor2D, rows, places),
    )([x], dy);
    const wanted = tf.tensor2d([0, 0, 0, 1, 2, 3, 0, 0, 0, 0, 0, 0, 4, 5, 6], [5, 3]);
    expect(relativeDifference(grads[0]!, wanted)).toBe(0);
  });

  it('rmsNorm', () => {
    const inputs = [randomTensor('x', [4, 6]), randomTensor('gain', [6])];
    const plain = (x: tf.Tensor, gain: tf.Tensor) =>
      tf.mul(tf.mul(x, tf.rsqrt(tf.add(tf.mean(tf.square(x), -1, true), 1e-5))), gain);
    const ours = (x: tf.Tensor, gain: tf.Tensor) =>
      rmsNorm(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5);
    const dy = randomTensor('dy', [4, 6]);
    expect(compare(ours, plain, inputs, dy)).toBeLessThan(tolerance);
  });

  it('rope turns the half-split pairs', () => {
    const config = { headDim: 4, ropeTheta: 100 } as Parameters<typeof createRope>[0];
    const { keys } = createRope(config, 3);
    const plain = (x: tf.Tensor) => {
      const [first, second] = tf.split(x, 2, -1) as [tf.Tensor, tf.Tensor];
      return tf.add(tf.mul(x, keys.cos), tf.mul(tf.concat([tf.neg(second), first], -1), keys.sin));
    };
    const x = randomTensor('x', [2, 2, 3, 4]);
    const dy = randomTensor('dy', [2, 2, 3, 4]);
    const ours = (t: tf.Tensor) => rope(t as tf.Tensor4D, keys);
    expect(compare(ours, plain, [x], dy)).toBeLessThan(tolerance);
  });

  it('swiglu', () => {
    const inputs = [randomTensor('g', [3, 5]), randomTensor('u', [3, 5])];
    const plain = (g: tf.Tensor, u: tf.Tensor) => tf.mul(tf.mul(g, tf.sigmoid(g)), u);
    const ours = (g: tf.Tensor, u: tf.Tensor) => swiglu(g as tf.Tensor2D, u as tf.Tensor2D);
    const dy = randomTensor('dy', [3, 5]);
    expect(compare(ours, plain, inputs, dy)).toBeLessThan(tolerance);
  });

  it('attention with two query heads for each key head equals attention with repeated keys', () => {
    const q = randomTensor('q', [2, 2, 8, 3]); // two groups of 2 heads × 4 steps
    const k = randomTensor('k', [2, 2, 4, 3]);
    const v = randomTensor('v', [2, 2, 4, 3]);
    const exampleIds = Int32Array.of(1, 1, 2, 2, 1, 1, 1, 0);
    const mask = tf.tensor4d(packedMask(exampleIds, 2, 4), [2, 1, 4, 4]);
    const twice = (x: tf.Tensor) => tf.reshape(tf.stack([x, x], 2), [2, 4, 4, 3]);
    const plain = (query: tf.Tensor, key: tf.Tensor, value: tf.Tensor) => {
      const scores = tf.matMul(tf.reshape(query, [2, 4, 4, 3]), twice(key), false, true);
      return tf.reshape(tf.matMul(tf.softmax(tf.add(scores, mask)), twice(value)), [2, 2, 8, 3]);
    };
    const ours = (...t: tf.Tensor[]) =>
      attention(t[0] as tf.Tensor4D, t[1] as tf.Tensor4D, t[2] as tf.Tensor4D, mask);
    const dy = randomTensor('dy', [2, 2, 8, 3]);
    expect(compare(ours, plain, [q, k, v], dy)).toBeLessThan(tolerance);
  });

  it('crossEntropy', () => {
    const logits = tf.mul<tf.Tensor2D>(randomTensor('logits', [4, 9]), 5);
    const targets = tf.tensor1d([0, 8, 3, 3], 'int32');
    const oneHot = tf.oneHot(targets, 9, 1, 0, 'float32');
    const plain = (x: tf.Tensor) => tf.neg(tf.sum(tf.mul(tf.logSoftmax(x), oneHot), -1));
    const ours = (x: tf.Tensor) => crossEntropy(x as tf.Tensor2D, targets);
    const dy = randomTensor('dy', [4]);
    expect(compare(ours, plain, [logits], dy)).toBeLessThan(tolerance);
  });

  it('crossEntropy stays finite when the target is hopeless', () => {
    const logits = tf.tensor2d([[500, -500]]);
    const loss = crossEntropy(logits, tf.tensor1d([1], 'int32'));
    expect(loss.dataSync()[0]).toBeCloseTo(1000, 3);
  });
});
