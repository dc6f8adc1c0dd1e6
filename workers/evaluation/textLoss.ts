import type { Batch } from '../../src/core/batch/batch.ts';
import { createBatchMemory } from '../batch/batchMemory.ts';
import type { Generator } from '../generation/generate.ts';
import { addLosses, createLossSums, disposeRead } from './addLosses.ts';

/** Mean loss of the tokens that carry it, nats. Draws nothing and changes no weights. */
export async function textLoss(generator: Generator, batch: Batch): Promise<number> {
  const memory = createBatchMemory();
  const sums = createLossSums(1);
  try {
    disposeRead(await addLosses(generator, { batch, examples: [] }, memory, sums));
  } finally {
    memory.dispose();
  }
  return sums.losses[0]! / sums.tokens[0]!;
}
