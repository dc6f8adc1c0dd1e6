import * as tf from '@tensorflow/tfjs-core';
import type { AdamWState } from '../kernels/adamW/adamWStep.ts';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import { attachGradient } from '../memory/gradientPlaces.ts';
import type { GradientPlace } from '../memory/gradientPlaces.ts';
import { takesDecay } from '../model/layout.ts';
import type { ParamLayout, ParamSpec } from '../model/layout.ts';
import { viewsOf } from '../model/weights.ts';
import type { Trainable } from '../model/weights.ts';
import { createBatchMemory } from '../batch/batchMemory.ts';
import type { BatchMemory } from '../batch/batchMemory.ts';

/** Everything that a step reads and changes, in memory that stays the same from step to step. */
export interface TrainState extends AdamWState {
  /** Steps taken. */
  step: number;
  readonly weights: Trainable;
  /** All gradients in the layout of the weights: [P]. */
  readonly grads: Arena;
  /** Gradients of groups of tasks, set aside; none until a policy asks for them. */
  readonly groupGrads: Arena[];
  /** One for each tensor of the weights; a tied one shares that of its block. */
  readonly places: readonly GradientPlace[];
  /** 1 at matrix elements, which take weight decay, 0 at gains of norms: [P]. */
  readonly decays: tf.Tensor1D;
  /** 0 at the elements that keep their value, 1 elsewhere: [P]; left out when all are trained. */
  readonly trained?: tf.Tensor1D;
  readonly batchMemory: BatchMemory;
}

export interface TrainStateOptions {
  /** False keeps the embeddings as they are, and with them an output layer that is tied to them. */
  readonly trainsEmbeddings?: boolean;
  /** Tokens whose rows of kept embeddings are trained all the same. */
  readonly openTokens?: readonly number[];
  /** Where it goes on; at step 0 if left out. */
  readonly from?: Moments;
}

/** What AdamW has come to: [P] each. */
export interface Moments {
  readonly step: number;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

/** Training of these weights, which are changed in place. */
export function initialState(
  weights: Trainable,
  { trainsEmbeddings = true, openTokens = [], from }: TrainStateOptions = {},
): TrainState {
  const { layout, arena } = weights;
  const zeros = (): Float32Array => new Float32Array(layout.flatLength);
  const grads = createArena(zeros());
  return {
    step: from?.step ?? 0,
    weights,
    params: arena,
    mean: createArena(from?.mean ?? zeros()),
    square: createArena(from?.square ?? zeros()),
    grads,
    groupGrads: [],
    places: gradientPlaces(weights, grads),
    decays: decayMarks(layout, trainsEmbeddings),
    ...(trainsEmbeddings ? {} : { trained: trainedMarks(layout, openTokens) }),
    batchMemory: createBatchMemory(),
  };
}

/** Sends the gradient of every tensor to its view. */
function gradientPlaces({ tensors, layout }: Trainable, grads: Arena): GradientPlace[] {
  const { blocks, ties } = layout;
  const own = viewsOf(blocks, grads).map((view): GradientPlace => ({ view, isWritten: false }));
  const places = [...own, ...ties.map(({ of }) => own[of]!)];
  tensors.forEach((tensor, i) => attachGradient(tensor, places[i]!));
  return places;
}

const isEmbedding = ({ plan }: ParamSpec): boolean => plan.role === 'embedding';

function decayMarks({ specs, flatLength }: ParamLayout, trainsEmbeddings: boolean): tf.Tensor1D {
  const marks = new Float32Array(flatLength);
  for (const spec of specs) {
    const isKept = !trainsEmbeddings && isEmbedding(spec);
    if (takesDecay(spec.plan) && !isKept) marks.fill(1, spec.offset, spec.offset + spec.size);
  }
  return tf.keep(tf.tensor1d(marks));
}

function trainedMarks(
  { specs, flatLength }: ParamLayout,
  openTokens: readonly number[],
): tf.Tensor1D {
  const marks = new Float32Array(flatLength).fill(1);
  for (const { offset, size, shape } of specs.filter(isEmbedding)) {
    marks.fill(0, offset, offset + size);
    const width = shape[1]!;
    for (const id of openTokens) marks.fill(1, offset + id * width, offset + (id + 1) * width);
  }
  return tf.keep(tf.tensor1d(marks));
}

/** Frees everything but the weights, which are another's. */
export function disposeState(state: TrainState): void {
  const { mean, square, grads, groupGrads, decays, trained, batchMemory } = state;
  for (const owner of [mean, square, grads, ...groupGrads, decays, batchMemory]) owner.dispose();
  trained?.dispose();
}
