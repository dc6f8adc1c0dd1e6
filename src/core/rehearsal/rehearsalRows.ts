import type { EncodedExample } from '../tokens/encode.ts';
import type { Tokenizer } from '../tokens/tokenizer.ts';
import { randomStream } from '../random.ts';
import { encodeRehearsal, type RehearsalText } from './rehearsal.ts';

/** What a run rehearses. */
export interface Rehearsal {
  /** Of the rows, %. */
  readonly share: number;
  /** Not empty, unless the share is 0. */
  readonly texts: readonly RehearsalText[];
}

export const noRehearsal: Rehearsal = { share: 0, texts: [] };

/** Texts shorter than this are not begun at the end of a row. */
const leastLength = 32;

/** Whether row `n` of the run, counted from 0, is one of rehearsal: spread out evenly. */
export const isRehearsalRow = (n: number, share: number): boolean =>
  Math.floor(((n + 1) * share) / 100) > Math.floor((n * share) / 100);

export interface RowOptions {
  readonly rehearsal: Rehearsal;
  readonly seed: number;
  readonly tokenizer: Tokenizer;
  readonly seqLen: number;
}

export interface RehearsalRow {
  readonly examples: readonly EncodedExample[];
  /** Where the next row goes on. */
  readonly next: number;
}

/**
 * A row full of texts from the run's `from`-th on, the last one cut off: each text once before any comes
 * again, in an order that is the seed's.
 */
export function rehearsalRow(
  { rehearsal: { texts }, seed, tokenizer, seqLen }: RowOptions,
  from: number,
): RehearsalRow {
  const examples: EncodedExample[] = [];
  let next = from;
  for (let room = seqLen; room >= leastLength; next++) {
    const example = encodeRehearsal(textAt(texts, seed, next), tokenizer, room);
    examples.push(example);
    room -= example.ids.length;
  }
  return { examples, next };
}

function textAt(texts: readonly RehearsalText[], seed: number, n: number): RehearsalText {
  const round = Math.floor(n / texts.length);
  return texts[orderOf(texts.length, seed, round)[n % texts.length]!]!;
}

let kept: { readonly key: string; readonly order: readonly number[] } = { key: '', order: [] };

/** The order of one round; the last one is kept, for a run asks for it again and again. */
function orderOf(count: number, seed: number, round: number): readonly number[] {
  const key = `${count} ${seed} ${round}`;
  if (kept.key !== key) {
    const order = randomStream(seed, 'rehearsal', round).shuffle(
      Array.from({ length: count }, (_, i) => i),
    );
    kept = { key, order };
  }
  return kept.order;
}
