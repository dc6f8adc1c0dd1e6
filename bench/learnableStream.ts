import { randomStream } from '../src/core/random.ts';
import type { Shape } from './shapes.ts';

/** One batch of next-token prediction, loss on every position: [B, T] each, row-major. */
export interface BenchBatch {
  readonly inputIds: Int32Array;
  readonly targets: Int32Array;
}

const nSymbols = 32;
const predictable = 0.8;

/**
 * Batch `index` of an endless stream that a model learns within 50 steps: 32 tokens, each followed by
 * one fixed token four times out of five, else by any of them. The best possible loss is 1.16 nats, so
 * that two engines that both learn end close together however their weights began.
 */
export function learnableBatch(shape: Shape, seed: number, index: number): BenchBatch {
  const { vocabSize, seqLen, batchSize } = shape;
  const random = randomStream(seed, 'bench', index);
  const follower = followers(seed);
  const token = (symbol: number): number => Math.floor((symbol * vocabSize) / nSymbols);
  const inputIds = new Int32Array(batchSize * seqLen);
  const targets = new Int32Array(batchSize * seqLen);
  for (let row = 0; row < batchSize; row++) {
    let symbol = random.int(nSymbols);
    for (let t = 0; t < seqLen; t++) {
      const next = random.chance(predictable) ? follower[symbol]! : random.int(nSymbols);
      inputIds[row * seqLen + t] = token(symbol);
      targets[row * seqLen + t] = token(next);
      symbol = next;
    }
  }
  return { inputIds, targets };
}

const followers = (seed: number): readonly number[] =>
  randomStream(seed, 'bench followers').shuffle(Array.from({ length: nSymbols }, (_, i) => i));
