import type { Result } from '../errors.ts';
import type { Weights } from './asking.ts';

/** Weights that leave the worker. */
export interface CheckpointsApi {
  /** These weights as a `model.safetensors` file (fp16, Llama names). */
  exportWeights(weights: Exclude<Weights, 'base'>): Promise<Result<Uint8Array>>;
}
