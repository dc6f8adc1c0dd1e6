import type { StoredForm } from './storedForm.ts';

/** What is asked of a model without knowing its family. */
export interface ModelSizes {
  /** Says which family; `model_type` of config.json. */
  readonly modelType: string;
  readonly vocabSize: number;
  readonly dModel: number;
  readonly nLayers: number;
  readonly nHeads: number;
  readonly maxSeqLen: number;
}

/** A family of models as plain data: its sizes, and the names and places of its weights. */
export interface FamilySpec<C extends ModelSizes = ModelSizes> {
  readonly modelType: string;
  /** Hugging Face's `config.json`. @throws AppError 'bad-file' naming the key at fault. */
  parseConfig(raw: unknown): C;
  /** Every block, in the order in which they lie in memory. */
  blocks(config: C): readonly BlockPlan[];
  /** Numbers that training keeps for each token of a batch, for the memory check. */
  activationWords(config: C): number;
}

/**
 * What a block is to the model: `embedding` rows are looked up, a `matrix` is multiplied with, a
 * `gain` scales and starts at 1, a `bias` is added and starts at 0. Embeddings and matrices take
 * weight decay.
 */
export type BlockRole = 'embedding' | 'matrix' | 'gain' | 'bias';

/** What the model uses as one: tensors of the checkpoint that lie one behind the other. */
export interface BlockPlan {
  /** By which the forward pass asks for it: 'layers.3.qkv'. */
  readonly key: string;
  /** Equal in all sizes but the first. */
  readonly tensors: readonly TensorPlan[];
  readonly role: BlockRole;
  /** Gets a low-rank adapter where these are trained. */
  readonly adapts?: boolean;
  /** Adds to the residual stream; the more such writers, the smaller they start. */
  readonly writesResidual?: boolean;
  /** Key of the block whose memory and gradient this one shares; its tensors may be left out of a file. */
  readonly tiedTo?: string;
}

/** One tensor of a checkpoint, under its published name. */
export interface TensorPlan {
  readonly name: string;
  /** As the model reads it; a matrix is [Out, In]. */
  readonly shape: readonly number[];
  /** Left out where the file holds it in the same way. */
  readonly stored?: StoredForm;
}
