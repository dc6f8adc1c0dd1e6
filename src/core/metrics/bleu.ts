import { tokens13a, tokensZh } from './bleuTokens.ts';
import type { Metric } from './metric.ts';
import { isMostlyHan } from './script.ts';

const maxOrder = 4;

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

/** The length closest to that of the answer, the shorter of two that are as close. */
function closestLength(length: number, wanted: readonly (readonly string[])[]): number {
  const gap = (one: number): number => Math.abs(one - length);
  return wanted
    .map((one) => one.length)
    .reduce((best, one) => ((gap(one) - gap(best) || one - best) < 0 ? one : best));
}

/**
 * Corpus BLEU-4, 0–100, of texts that `tokens` takes apart: brevity penalty by the closest reference, no
 * smoothing (Papineni et al. 2002). Equal to sacreBLEU's with `smooth_method='none'`.
 */
export function corpusBleu(
  predictions: readonly string[],
  references: readonly (readonly string[])[],
  tokens: (text: string) => string[],
): number {
  const matches = new Array<number>(maxOrder).fill(0);
  const totals = new Array<number>(maxOrder).fill(0);
  let [length, wantedLength] = [0, 0];
  predictions.forEach((prediction, i) => {
    const words = tokens(prediction.trimEnd());
    const wanted = references[i]!.map((one) => tokens(one.trimEnd()));
    length += words.length;
    wantedLength += closestLength(words.length, wanted);
    for (let n = 1; n <= maxOrder; n++) {
      const wantedGrams = wanted.map((one) => ngrams(one, n));
      matches[n - 1]! += clippedMatches(ngrams(words, n), wantedGrams);
      totals[n - 1]! += Math.max(0, words.length - n + 1);
    }
  });
  if (matches.some((count) => count === 0)) return 0;
  const logs = matches.map((count, n) => Math.log(count / totals[n]!));
  const brevity = length >= wantedLength ? 0 : 1 - wantedLength / length;
  return 100 * Math.exp(brevity + logs.reduce((sum, value) => sum + value, 0) / maxOrder);
}

/** Corpus BLEU with the tokens of sacreBLEU's `zh` where the right answers are Chinese, of its `13a` elsewhere. */
export const bleu: Metric = {
  name: 'bleu',
  score: (predictions, references) =>
    corpusBleu(predictions, references, isMostlyHan(references.flat()) ? tokensZh : tokens13a),
};
