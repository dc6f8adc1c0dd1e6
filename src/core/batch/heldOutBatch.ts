import { parts } from '../render/segments.ts';
import type { Tokenizer } from '../tokens/tokenizer.ts';
import type { Batch } from './batch.ts';
import { buildBatch, placeInBatches } from './pack.ts';

/** The texts as one batch of no more rows than they need, every token of which carries loss but the first of each text. */
export function heldOutBatch(
  texts: readonly string[],
  tokenizer: Tokenizer,
  seqLen: number,
): Batch {
  const part = parts.indexOf('target');
  const examples = texts.map((text) => {
    const ids = [...tokenizer.encode(text), tokenizer.eosId].slice(0, seqLen);
    return { ids, partIds: ids.map(() => part), taskIndex: 0 };
  });
  const [placed = []] = placeInBatches(examples, examples.length, seqLen);
  return buildBatch(placed, 1 + Math.max(...placed.map(({ row }) => row)), seqLen);
}
