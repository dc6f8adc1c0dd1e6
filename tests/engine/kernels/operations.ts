import * as tf from '@tensorflow/tfjs-core';
import { adamW } from '../../../workers/kernels/adamW/adamW.ts';
import type { AdamWStep } from '../../../workers/kernels/adamW/adamWStep.ts';
import { packedAttention } from '../../../workers/kernels/attention/packedAttention.ts';
import {
  cachedAttention,
  fillCache,
} from '../../../workers/kernels/cachedAttention/cachedAttention.ts';
import { crossEntropy } from '../../../workers/kernels/crossEntropy/crossEntropy.ts';
import { embedding } from '../../../workers/kernels/embedding/embedding.ts';
import { gradNorm } from '../../../workers/kernels/gradNorm/gradNorm.ts';
import { halfLinear } from '../../../workers/kernels/halfLinear/halfLinear.ts';
import type { HeadLayout } from '../../../workers/kernels/headLayout.ts';
import { linear } from '../../../workers/kernels/linear/linear.ts';
import { lora } from '../../../workers/kernels/lora/lora.ts';
import { loraReference } from '../../../workers/kernels/lora/reference.ts';
import { pickRows } from '../../../workers/kernels/pickRows/pickRows.ts';
import { rmsNorm, rmsNormWithSkip } from '../../../workers/kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../../../workers/kernels/rope/rope.ts';
import { swiglu } from '../../../workers/kernels/swiglu/swiglu.ts';
import { taskSums } from '../../../workers/kernels/taskSums/taskSums.ts';
import { createArena } from '../../../workers/memory/arena.ts';
import type { Attrs, NamedNumbers } from './numbers.ts';

type Vectors = Record<string, tf.Tensor1D>;
type Matrices = Record<string, tf.Tensor2D>;
type Operation = (
  tensors: Record<string, tf.Tensor>,
  attrs: Attrs,
  given: NamedNumbers,
) => tf.Tensor;

const layoutOf = (attrs: Attrs): HeadLayout => attrs as unknown as HeadLayout;
const flat = (x: tf.Tensor): tf.Tensor1D => tf.reshape(x, [-1]);

/** The public operations, whichever implementation they choose, with all outputs in one tensor. */
export const operations = {
  embedding: (t) => {
    const { ids, order, starts } = t as Vectors;
    const index = { order: order!, starts: starts! };
    return embedding(t.table as tf.Tensor2D, ids!, index);
  },
  rmsNorm: (t, { eps, keepsSkip }) => {
    const [x, gain] = [t.x as tf.Tensor2D, t.gain as tf.Tensor1D];
    if (!keepsSkip) return flat(rmsNorm(x, gain, eps as number));
    const { normed, skip } = rmsNormWithSkip(x, gain, eps as number);
    return tf.concat([flat(normed), flat(skip)]);
  },
  linear: (t) => {
    const { x, weight, residual } = t as Matrices;
    return linear(x!, weight!, residual);
  },
  halfLinear: (t) => {
    const { x, weight, residual } = t as Matrices; // the weight as frozenWeight makes it
    return halfLinear(x!, weight!, residual);
  },
  lora: (t, attrs) => {
    const { x, a, b, base } = t as Matrices;
    return lora(x!, a!, b!, base!, attrs.scale as number);
  },
  loraReference: (t, attrs) => {
    const { x, a, b, base } = t as Matrices;
    return loraReference(x!, a!, b!, base!, attrs.scale as number);
  },
  rope: (t, attrs) => {
    const { qkv, table } = t as Matrices;
    return rope(
      qkv!,
      table!,
      layoutOf(attrs),
      attrs.seqLen as number,
      attrs.firstPosition as number,
    );
  },
  packedAttention: (t, attrs) => {
    const { qkv, spans } = t as Matrices;
    return packedAttention(qkv!, spans!, layoutOf(attrs), attrs.seqLen as number);
  },
  swiglu: (t) => swiglu(t.gateUp as tf.Tensor2D),
  crossEntropy: (t) => crossEntropy(t.logits as tf.Tensor2D, t.targets as tf.Tensor1D),
  taskSums: (t, attrs) => {
    const { losses, taskIds, norm } = t as Vectors;
    return taskSums(losses!, taskIds!, norm!, attrs.nTasks as number);
  },
  pickRows: (t) => {
    const { rows, places } = t as Vectors;
    return pickRows(t.x as tf.Tensor2D, { rows: rows!, places: places! });
  },
  gradNorm: (t, attrs) => gradNorm(t.grads as tf.Tensor1D, attrs.gradScale as number),
  adamW: (t, attrs, given) => {
    const arenaOf = (name: string) => createArena(given[name]!.values as Float32Array);
    const state = { params: arenaOf('params'), mean: arenaOf('mean'), square: arenaOf('square') };
    const { grads, decays, norm } = t as Vectors;
    const step = attrs as unknown as AdamWStep;
    adamW(state, { grads: grads!, decays: decays!, norm: norm! }, step);
    const arenas = Object.values(state);
    const joined = tf.concat(arenas.map((arena) => arena.flat));
    for (const arena of arenas) arena.dispose();
    return joined;
  },
  fillCache: (t, attrs) =>
    fillCache(
      t.qkv as tf.Tensor2D,
      layoutOf(attrs),
      attrs.seqLen as number,
      attrs.capacity as number,
    ),
  cachedAttention: (t, attrs) => {
    const { mixed, cache } = cachedAttention(
      t.qkv as tf.Tensor2D,
      t.cache as tf.Tensor3D,
      t.firsts as tf.Tensor1D,
      layoutOf(attrs),
      attrs.column as number,
    );
    return tf.concat([flat(mixed), flat(cache)]);
  },
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
