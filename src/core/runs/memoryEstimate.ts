import type { EngineLimits, ModelInfo } from '../protocol/index.ts';
import type { Settings } from '../settings/table.ts';

/** What of a model decides how much memory training takes. */
export interface ModelWords extends Pick<ModelInfo, 'nParams' | 'vocabSize'> {
  /** Numbers that training keeps for each token of a batch, if each carried loss. */
  readonly activationWords: number;
}

type MemorySettings = Pick<Settings, 'batchSize' | 'seqLen' | 'loraRank'>;

/** Bytes that a run takes at its peak. */
export interface MemoryEstimate {
  /** What is to be expected. */
  readonly bytes: number;
  /** If every token carried loss: what has to fit. */
  readonly mostBytes: number;
  /** The largest single block. */
  readonly largestBuffer: number;
}

const wordBytes = 4;
/**
 * Numbers for each parameter of the model: base, trained weights and the copy of the best, two means and two marks of the
 * optimiser, gradients, and two more while they are clipped; with adapters the base, its halves, and what is unpacked of them in a step.
 */
const words = { whole: 10, adapters: 8 };
/** Of the tokens of packed rows, those that are answers: 3 to 20 % in the built-in tasks. */
const lossShare = 1 / 5;

const wordsOfState = ({ nParams }: ModelWords, { loraRank }: MemorySettings): number =>
  nParams * (loraRank > 0 ? words.adapters : words.whole);

/**
 * Memory of training, from sizes alone: the words above for each parameter, and for each of the B·T tokens of a batch
 * `activationWords`, of which 2·V are the logits and their gradient, kept for tokens with loss only. Within 25 % of the heap of
 * WASM that was measured with nano and mini (`tests/engine/memory.browser.test.ts`).
 */
export function memoryEstimate(model: ModelWords, settings: MemorySettings): MemoryEstimate {
  const { vocabSize, activationWords, nParams } = model;
  const tokens = settings.batchSize * settings.seqLen;
  const state = wordsOfState(model, settings);
  const withoutLogits = activationWords - 2 * vocabSize * (1 - lossShare);
  return {
    bytes: wordBytes * (state + tokens * withoutLogits),
    mostBytes: wordBytes * (state + tokens * activationWords),
    largestBuffer: wordBytes * Math.max(nParams, tokens * vocabSize),
  };
}

/** The largest batch, in rows as long as these, that stays within the limits; 0 where none does. */
export function fittingBatch(
  model: ModelWords,
  settings: MemorySettings,
  { totalBytes, bufferBytes, deviceBytes }: EngineLimits,
): number {
  const { nParams, vocabSize, activationWords } = model;
  const inAll = Math.min(totalBytes ?? Infinity, deviceBytes ?? Infinity) / wordBytes;
  const inOne = (bufferBytes ?? Infinity) / wordBytes;
  if (nParams > inOne) return 0;
  const byAll = (inAll - wordsOfState(model, settings)) / (settings.seqLen * activationWords);
  const byOne = inOne / (settings.seqLen * vocabSize);
  return Math.max(0, Math.floor(Math.min(byAll, byOne)));
}
