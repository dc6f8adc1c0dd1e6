import type { Metric } from './metric.ts';

const maxOrder = 4;

/** Words and signs apart from each other, as mteval's "13a" does for plain text. */
const tokens = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

function ngrams(words: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= words.length; i++) {
    const gram = words.slice(i, i + n).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Matches of n-grams, each counted at most as often as in one reference. */
function clippedMatches(
  found: ReadonlyMap<string, number>,
  wanted: readonly ReadonlyMap<string, number>[],
) {
  return [...found].reduce(
    (sum, [gram, count]) =>
      sum + Math.min(count, Math.max(...wanted.map((one) => one.get(gram) ?? 0))),
    0,
  );
}

/**
 * Corpus BLEU-4 with brevity penalty and no smoothing (Papineni et al. 2002), × 100. The reference of
 * the closest length counts for the penalty.
 */
export const bleu: Metric = {
  name: 'bleu',
  score(predictions, references) {
    const matches = new Array<number>(maxOrder).fill(0);
    const totals = new Array<number>(maxOrder).fill(0);
    let [length, wantedLength] = [0, 0];
    predictions.forEach((prediction, i) => {
      const words = tokens(prediction);
      const wanted = references[i]!.map(tokens);
      const gap = (one: readonly string[]): number => Math.abs(one.length - words.length);
      length += words.length;
      wantedLength += wanted.reduce((best, one) => (gap(one) < gap(best) ? one : best)).length;
      for (let n = 1; n <= maxOrder; n++) {
        const found = ngrams(words, n);
        matches[n - 1]! += clippedMatches(
          found,
          wanted.map((one) => ngrams(one, n)),
        );
        totals[n - 1]! += Math.max(0, words.length - n + 1);
      }
    });
    if (matches.some((count) => count === 0)) return 0;
    const logs = matches.map((count, n) => Math.log(count / totals[n]!));
    const brevity = length >= wantedLength ? 0 : 1 - wantedLength / length;
    return 100 * Math.exp(brevity + logs.reduce((sum, value) => sum + value, 0) / maxOrder);
  },
};
