import type { Result } from '../errors.ts';

/** Weights that leave the worker. */
export interface CheckpointsApi {
  /** The tuned weights as a `model.safetensors` file (fp16, Llama names). */
  exportWeights(): Promise<Result<Uint8Array>>;
}
