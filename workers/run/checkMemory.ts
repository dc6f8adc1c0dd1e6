import { AppError } from '../../src/core/errors.ts';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import type { Settings } from '../../src/core/settings/table.ts';

/** WASM addresses 4 GB; past its end tfjs writes on without a word, so leave room. */
const wasmLimit = 3.2e9;

/**
 * Refuses a batch whose activations cannot fit into WASM's memory. The tape keeps about
 * 16·D + 8·F numbers a token and layer until the gradients are done, and the logits twice.
 * @throws AppError 'bad-setting' with the largest batch that fits.
 */
export function checkMemory(
  { batchSize, seqLen }: Settings,
  { nLayers, vocabSize, dModel, dFf }: ModelConfig,
): void {
  const activations = seqLen * nLayers * (16 * dModel + 8 * dFf);
  const logits = 2 * seqLen * vocabSize;
  const largest = Math.floor(wasmLimit / (4 * (activations + logits)));
  if (batchSize <= largest) return;
  throw new AppError(
    'bad-setting',
    `batchSize: ${batchSize} rows of ${seqLen} tokens do not fit into WASM's memory`,
    `Use at most ${largest} rows, or shorter ones.`,
  );
}
