import { AppError } from '../../src/core/errors.ts';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import type { Settings } from '../../src/core/settings.ts';

/** WASM addresses 4 GB; past its end tfjs writes on without a word, so leave room. */
const wasmLimit = 3.2e9;

/**
 * Refuses a batch whose activations cannot fit into WASM's memory. The tape keeps the attention
 * probabilities of every layer and about 16·D + 13·F numbers a token and layer (measured).
 * @throws AppError 'bad-setting' with the largest batch that fits.
 */
export function checkMemory(
  { batchSize, seqLen }: Settings,
  { nLayers, nHeads, dModel, dFf }: ModelConfig,
): void {
  const probabilities = seqLen * seqLen * nHeads * (nLayers + 5);
  const activations = seqLen * nLayers * (16 * dModel + 13 * dFf);
  const largest = Math.floor(wasmLimit / (4 * (probabilities + activations)));
  if (batchSize <= largest) return;
  throw new AppError(
    'bad-setting',
    `batchSize: ${batchSize} rows of ${seqLen} tokens do not fit into WASM's memory`,
    `Use at most ${largest} rows, or shorter ones.`,
  );
}
