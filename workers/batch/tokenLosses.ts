import type * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { crossEntropy } from '../kernels/crossEntropy/crossEntropy.ts';
import type { ModelParams } from '../model/params.ts';
import { decoder, head } from '../model/transformer.ts';
import type { DeviceBatch } from './batchMemory.ts';

/** Loss of every position that carries one, in nats: [M], fillers at the end. */
export function tokenLosses(
  params: ModelParams,
  config: ModelConfig,
  batch: DeviceBatch,
): tf.Tensor1D {
  const hidden = decoder(params, config, batch.inputs); // [M, D]
  return crossEntropy(head(params, hidden), batch.targets);
}
