/**
 * Byte-pair encoding, training side (Sennrich et al. 2016, algorithm 1): start from single
 * characters and keep merging the most frequent neighbouring pair. Counts are kept per pair
 * together with the words each pair occurs in, so a merge touches only those words.
 */
export interface BpeModel {
  /** Token of each id: special tokens, then the alphabet, then one token per merge. */
  readonly vocab: readonly string[];
  /** Merges in the order in which they are applied. */
  readonly merges: readonly (readonly [string, string])[];
}

export interface BpeOptions {
  /** Total number of tokens, specials and alphabet included. */
  readonly vocabSize: number;
  readonly specialTokens: readonly string[];
  /** Symbols that are always in the vocabulary, seen in training or not. */
  readonly alphabet: readonly string[];
}

interface Word {
  tokens: string[];
  readonly count: number;
}

interface Pair {
  readonly left: string;
  readonly right: string;
  count: number;
  readonly words: Set<Word>;
}

/**
 * Trains a model on words and how often each occurs. Deterministic: a tie goes to the pair that is
 * smaller by code unit, left token first; the order of `wordCounts` does not matter.
 * Stops early when no pair is left to merge, so the vocabulary may come out smaller than asked.
 *
 * @throws RangeError when `vocabSize` has no room for the special tokens and the alphabet.
 */
export function trainBpe(wordCounts: ReadonlyMap<string, number>, options: BpeOptions): BpeModel {
  const vocab = new Set([...options.specialTokens, ...options.alphabet]);
  requireRoom(vocab.size, options.vocabSize);
  const merges: [string, string][] = [];
  const pairs = countPairs(wordCounts);
  while (vocab.size < options.vocabSize) {
    const best = mostFrequent(pairs.values());
    if (best === undefined) break;
    merges.push([best.left, best.right]);
    vocab.add(best.left + best.right);
    mergePair(pairs, best);
  }
  return { vocab: [...vocab], merges };
}

function requireRoom(needed: number, vocabSize: number): void {
  if (needed <= vocabSize) return;
  throw new RangeError(
    `trainBpe: vocabSize is ${vocabSize}, but the special tokens and the alphabet alone need ${needed}. Ask for more.`,
  );
}

function countPairs(wordCounts: ReadonlyMap<string, number>): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [text, count] of wordCounts) addWord(pairs, { tokens: [...text], count }, +1);
  return pairs;
}

/** Adds (sign +1) or takes away (sign -1) everything that one word contributes to the counts. */
function addWord(pairs: Map<string, Pair>, word: Word, sign: 1 | -1): void {
  for (let i = 0; i + 1 < word.tokens.length; i++) {
    const pair = pairOf(pairs, word.tokens[i]!, word.tokens[i + 1]!);
    pair.count += sign * word.count;
    if (sign === 1) pair.words.add(word);
    else pair.words.delete(word);
    if (pair.count === 0) pairs.delete(keyOf(pair.left, pair.right));
  }
}

function pairOf(pairs: Map<string, Pair>, left: string, right: string): Pair {
  const key = keyOf(left, right);
  const known = pairs.get(key);
  if (known !== undefined) return known;
  const pair: Pair = { left, right, count: 0, words: new Set() };
  pairs.set(key, pair);
  return pair;
}

/** A space never occurs inside a token of the byte alphabet, so this key is unambiguous. */
function keyOf(left: string, right: string): string {
  return `${left} ${right}`;
}

function mostFrequent(pairs: Iterable<Pair>): Pair | undefined {
  let best: Pair | undefined;
  for (const pair of pairs) if (best === undefined || comesFirst(pair, best)) best = pair;
  return best;
}

function comesFirst(a: Pair, b: Pair): boolean {
  if (a.count !== b.count) return a.count > b.count;
  if (a.left !== b.left) return a.left < b.left;
  return a.right < b.right;
}

function mergePair(pairs: Map<string, Pair>, pair: Pair): void {
  for (const word of [...pair.words]) {
    addWord(pairs, word, -1);
    word.tokens = withMerged(word.tokens, pair);
    addWord(pairs, word, +1);
  }
}

/** Replaces the pair from left to right, as the encoder does: a a a becomes aa a. */
function withMerged(tokens: readonly string[], { left, right }: Pair): string[] {
  const merged: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const matches = tokens[i] === left && tokens[i + 1] === right;
    merged.push(matches ? left + right : tokens[i]!);
    if (matches) i++;
  }
  return merged;
}
