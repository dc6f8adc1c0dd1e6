import type * as tf from '@tensorflow/tfjs-core';
import type { Settings } from '../../src/core/settings/table.ts';
import type { DeviceBatch } from '../batch/batchMemory.ts';
import type { Network } from '../model/families/family.ts';
import type { Params } from '../model/params.ts';

/** A model with weights, which an objective may ask for hidden states and logits. */
export interface ModelView {
  readonly network: Network;
  readonly params: Params;
}

export interface ObjectiveInputs {
  /** Gradients flow into these weights. */
  readonly trained: ModelView;
  /** The base model, which training leaves as it is. */
  readonly reference: ModelView;
  readonly batch: DeviceBatch;
  readonly settings: Settings;
}

export interface ObjectiveLosses {
  /** Of every position that carries loss, nats; what a step makes smaller is their weighted sum. */
  readonly losses: tf.Tensor1D; // [M]
  /** What else is measured at these positions, a column for each name; a step reports their means. */
  readonly readings?: tf.Tensor2D; // [M, R]
}

/** What a run makes smaller. Its settings are in `src/core/levers/objective.ts`. */
export interface Objective {
  readonly name: string;
  /** Names of the columns of `readings`: 'kl'. */
  readonly readings: readonly string[];
  losses(inputs: ObjectiveInputs): ObjectiveLosses;
}

/** An objective with all that a run gives it but the weights being trained. */
export type LossOf = (params: Params, batch: DeviceBatch) => ObjectiveLosses;
