import type * as tf from '@tensorflow/tfjs-core';
import type { Settings } from '../../src/core/settings/table.ts';
import type { Arena } from '../memory/arena.ts';

/** How the gradients of the tasks become the gradient of a step. Its settings are in `src/core/levers/gradients.ts`. */
export interface GradientPolicy {
  readonly name: string;
  /** Names of what `combine` gives, a number a step each. */
  readonly readings: readonly string[];
  /** Gradients of groups of tasks apart; left out where one pass over the whole batch is all. */
  apart?(settings: Settings): GradientGroups;
}

/** One pass over the batch for each group, then a rule that makes one gradient of theirs. */
export interface GradientGroups {
  /** The tasks of a batch (−1: texts that are rehearsed), each in one group; no group is empty. */
  groups(taskIds: readonly number[]): readonly (readonly number[])[];
  /** Writes the step's gradient. grads: of each group, in the layout of `into`; gives [R]. */
  combine(grads: readonly Arena[], into: Arena): tf.Tensor1D | null;
}
