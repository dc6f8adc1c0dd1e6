import type * as tf from '@tensorflow/tfjs-core';
import { crossEntropy } from '../kernels/crossEntropy/crossEntropy.ts';
import type { Network } from '../model/families/family.ts';
import type { Params } from '../model/params.ts';
import type { DeviceBatch } from './batchMemory.ts';

/** Loss of every position that carries one, in nats: [M], fillers at the end. */
export function tokenLosses(params: Params, network: Network, batch: DeviceBatch): tf.Tensor1D {
  const hidden = network.hidden(params, batch.inputs, batch.attend); // [M, D]
  return crossEntropy(network.logits(params, hidden), batch.targets);
}
