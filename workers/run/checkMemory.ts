import { AppError } from '../../src/core/errors.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { Model } from '../model/model.ts';

/** WASM addresses 4 GB; past its end tfjs writes on without a word, so leave room. */
const wasmLimit = 3.2e9;

/**
 * Refuses a batch whose activations cannot fit into WASM's memory.
 * @throws AppError 'bad-setting' with the largest batch that fits.
 */
export function checkMemory(
  { batchSize, seqLen }: Settings,
  { activationWords }: Pick<Model, 'activationWords'>,
): void {
  const wordsPerRow = seqLen * activationWords;
  const largest = Math.floor(wasmLimit / (4 * wordsPerRow));
  if (batchSize <= largest) return;
  throw new AppError('bad-setting', 'batchTooLarge', { batchSize, seqLen, largest });
}
