import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '../../src/core/random.ts';
import { adamW } from '../kernels/adamW/adamW.ts';
import { packedAttention } from '../kernels/attention/packedAttention.ts';
import { cachedAttention, fillCache } from '../kernels/cachedAttention/cachedAttention.ts';
import { crossEntropy } from '../kernels/crossEntropy/crossEntropy.ts';
import { embedding } from '../kernels/embedding/embedding.ts';
import { gradNorm } from '../kernels/gradNorm/gradNorm.ts';
import { frozenWeight } from '../kernels/halfLinear/frozenWeight.ts';
import { halfLinear } from '../kernels/halfLinear/halfLinear.ts';
import type { KernelName } from '../kernels/implementation.ts';
import { linear } from '../kernels/linear/linear.ts';
import { pickRows } from '../kernels/pickRows/pickRows.ts';
import { rmsNorm, rmsNormWithSkip } from '../kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../kernels/rope/rope.ts';
import { swiglu } from '../kernels/swiglu/swiglu.ts';
import { taskSums } from '../kernels/taskSums/taskSums.ts';
import { createArena } from '../memory/arena.ts';

/** An operation on small inputs: its results, and its gradients where it has any. */
export interface KernelCheck {
  readonly kernels: readonly KernelName[];
  /** Same tensors at every call, whichever implementation runs. */
  readonly run: () => tf.Tensor[];
}

/** Numbers between −1 and 1, the same for the same name. */
function randomWords(name: string, size: number): Float32Array {
  const stream = randomStream(7, 'self-test', name);
  return Float32Array.from({ length: size }, () => 2 * stream.next() - 1);
}
const random = (name: string, shape: number[]): tf.Tensor =>
  tf.tensor(
    randomWords(
      name,
      shape.reduce((product, length) => product * length, 1),
    ),
    shape,
  );
const ints = (values: readonly number[]): tf.Tensor1D => tf.tensor1d([...values], 'int32');

/** Value and gradients of f at these inputs, for a fixed random dy. */
function both(f: (...xs: tf.Tensor[]) => tf.Tensor, inputs: readonly tf.Tensor[]): tf.Tensor[] {
  const dy = random('dy', f(...inputs).shape);
  const { value, grads } = tf.valueAndGrads(f)([...inputs], dy);
  return [value, ...grads];
}

const layout = { nHeads: 2, nKvHeads: 1, headDim: 4 };
const width = 16; // (2 + 2·1)·4
const nRows = 10; // 2 rows of 5
const spans = (): tf.Tensor2D =>
  tf.tensor2d([0, 0, 0, 3, 3, 0, 1, 1, 1, 4, 2, 2, 2, 4, 4, 0, 3, 3, 3, 4], [2, nRows], 'int32');

/** Every kernel of ours, on shapes that take the odd paths: sizes that no tile divides. */
export const kernelChecks: readonly KernelCheck[] = [
  {
    kernels: ['TokenEmbedding', 'TokenEmbeddingGrad'],
    run: () => {
      const ids = ints([1, 0, 3, 1]);
      const index = { order: ints([1, 0, 3, 2]), starts: ints([0, 1, 3, 3, 4, 4]) };
      return both(
        (table) => embedding(table as tf.Tensor2D, ids, index),
        [random('table', [5, 6])],
      );
    },
  },
  {
    kernels: ['RmsNorm', 'RmsNormGrad'],
    run: () => {
      const inputs = [random('x', [7, 10]), random('gain', [10])];
      const plain = both((x, gain) => rmsNorm(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5), inputs);
      const branch = both((x, gain) => {
        const { normed, skip } = rmsNormWithSkip(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5);
        return tf.add(normed, tf.square(skip));
      }, inputs);
      return [...plain, ...branch];
    },
  },
  {
    kernels: ['Linear', 'LinearGradInput', 'LinearGradWeight'],
    run: () =>
      [
        [70, 9, 13],
        [64, 64, 64],
        [1, 5, 3],
      ].flatMap(([n, inner, out]) =>
        both(
          (x, w, r) => linear(x as tf.Tensor2D, w as tf.Tensor2D, r as tf.Tensor2D),
          [random('x', [n!, inner!]), random('w', [out!, inner!]), random('r', [n!, out!])],
        ),
      ),
  },
  {
    kernels: ['HalfLinear', 'HalfLinearGradInput'],
    run: () => {
      const weight = frozenWeight(randomWords('w', 30), [5, 6]);
      return both((x) => halfLinear(x as tf.Tensor2D, weight), [random('x', [9, 6])]);
    },
  },
  {
    kernels: ['Rope'],
    run: () => {
      const table = random('angles', [8, layout.headDim]) as tf.Tensor2D;
      const turn = (qkv: tf.Tensor): tf.Tensor => rope(qkv as tf.Tensor2D, table, layout, 5, 2);
      return both(turn, [random('qkv', [nRows, width])]);
    },
  },
  {
    kernels: ['PackedAttention', 'PackedAttentionGrad'],
    run: () => {
      const visible = spans();
      return both(
        (qkv) => packedAttention(qkv as tf.Tensor2D, visible, layout, 5),
        [random('qkv', [nRows, width])],
      );
    },
  },
  {
    kernels: ['SwiGlu', 'SwiGluGrad'],
    run: () => both((x) => swiglu(x as tf.Tensor2D), [random('x', [7, 14])]),
  },
  {
    kernels: ['CrossEntropy', 'CrossEntropyGrad'],
    run: () => {
      const targets = ints([0, 5, 10]);
      const logits = tf.mul(random('logits', [3, 11]), tf.scalar(20));
      return both((x) => crossEntropy(x as tf.Tensor2D, targets), [logits]);
    },
  },
  {
    kernels: ['TaskSums'],
    run: () => [
      taskSums(random('losses', [6]) as tf.Tensor1D, ints([1, 0, -1, 1, 2, 1]), tf.ones([1]), 4),
    ],
  },
  {
    kernels: ['PickRows', 'PickRowsGrad'],
    run: () => {
      const picked = { rows: ints([1, 4]), places: ints([2, 0, 2, 2, 1]) };
      return both((x) => pickRows(x as tf.Tensor2D, picked), [random('x', [5, 3])]);
    },
  },
  { kernels: ['GradNorm'], run: () => [gradNorm(random('grads', [777]) as tf.Tensor1D, 0.5)] },
  { kernels: ['AdamW'], run: adamWResults },
  { kernels: ['CacheFill', 'CachedAttention'], run: decoded },
];

function adamWResults(): tf.Tensor[] {
  const size = 130;
  const arenaOf = (name: string) => createArena(randomWords(name, size));
  const state = {
    params: arenaOf('params'),
    mean: arenaOf('mean'),
    square: createArena(new Float32Array(size)),
  };
  const grads = random('grads', [size]) as tf.Tensor1D;
  const inputs = { grads, decays: tf.ones<tf.Rank.R1>([size]), norm: gradNorm(grads) };
  const rates = { learningRate: 0.01, weightDecay: 0.1, beta1: 0.9, beta2: 0.95, epsilon: 1e-8 };
  adamW(state, inputs, { step: 3, ...rates, maxGradNorm: 1, gradScale: 1 });
  const arenas = Object.values(state);
  const results = arenas.map(({ flat }) => tf.add(flat, tf.zerosLike(flat)));
  for (const arena of arenas) arena.dispose();
  return results;
}

/** Two prompts in a cache, then two more columns. */
function decoded(): tf.Tensor[] {
  const firsts = ints([0, 2]);
  const prompt = random('prompt', [nRows, width]) as tf.Tensor2D;
  let cache = fillCache(prompt, layout, 5, 8);
  return [5, 6].map((column) => {
    const fresh = random(`column ${column}`, [2, width]) as tf.Tensor2D;
    const step = cachedAttention(fresh, cache, firsts, layout, column);
    cache = step.cache;
    return step.mixed;
  });
}
