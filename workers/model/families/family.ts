import type * as tf from '@tensorflow/tfjs-core';
import type { FamilySpec, ModelSizes } from '../../../src/core/families/family.ts';
import type { TokenIndex } from '../../kernels/embedding/embedding.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import type { Params } from '../params.ts';

/** A family that can be run: its plain data and its forward pass. */
export interface ModelFamily<C extends ModelSizes = ModelSizes> {
  readonly spec: FamilySpec<C>;
  /** The forward pass of a model of these sizes. */
  createNetwork(config: C): Network;
}

/**
 * One forward pass for training, for reading a prompt and for answering token by token: only
 * `attend` differs. Holds no weights.
 */
export interface Network {
  /** The hidden states that the head reads: [M, D] for M picked rows. */
  hidden(params: Params, inputs: ModelInputs, attend: Attend): tf.Tensor2D;
  /** Logits of hidden states. hidden: [M, D]; gives [M, V]. */
  logits(params: Params, hidden: tf.Tensor2D): tf.Tensor2D;
  /** Frees tables that it made on the way. */
  dispose(): void;
}

/** What is read: R rows of T tokens, N = R · T. */
export interface ModelInputs {
  readonly inputIds: tf.Tensor1D; // int32 [N]
  /** The same ids by token; needed for training only. */
  readonly tokenIndex?: TokenIndex;
  readonly seqLen: number; // T
  /** Column of the first token of each row: above 0 when reading on after what is cached. */
  readonly firstColumn: number;
  /**
   * Of each row of one token, the column that goes on from those that its text was read at, where they were not those
   * of the cache: a model that turns keys by their columns goes by these.
   */
  readonly stoodAt?: readonly number[] | undefined; // [R]
  /**
   * Column where the text of each position begins: a model with learned positions counts from there;
   * one whose attention depends on distances only takes the columns as they are.
   */
  readonly starts: tf.Tensor1D; // int32 [N]
  /**
   * The rows of [N, …] whose hidden states are wanted. Past the last attention nothing flows
   * between positions, so the rest of the last layer runs on these alone.
   */
  readonly pick: (rows: tf.Tensor2D) => tf.Tensor2D;
}

/** Attention to all that a token may see: its packed example, or what is cached of its row. */
export type Attend = (heads: Heads) => tf.Tensor2D; // [N, H·Dh]

/** The heads of one attention, as each position gives them. */
export interface Heads {
  /** By which keys and values are cached; one for each attention of the model. */
  readonly key: string;
  /** Queries with the factor 1/√Dh, positions worked in: [N, (H + 2·Hkv)·Dh]. */
  readonly packed: tf.Tensor2D;
  readonly layout: HeadLayout;
}

/** Keeps every row. */
export const allRows = (rows: tf.Tensor2D): tf.Tensor2D => rows;
