import type { Metric } from './metric.ts';

const maxOrder = 6;
/** Recall counts β² times as much as precision. */
const beta = 2;

/** Of one order of n-grams: how many the answer has, the reference has, both have. */
interface Counts {
  readonly found: number;
  readonly wanted: number;
  readonly shared: number;
}

/** Occurrences of each run of `n` characters; white space does not count. */
function ngrams(text: string, n: number): Map<string, number> {
  const signs = [...text.replace(/\s+/g, '')];
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= signs.length; i++) {
    const gram = signs.slice(i, i + n).join('');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** One for each order from 1 to 6. An order that the reference is too short for is not held against the answer. */
function countsOf(prediction: string, reference: string): Counts[] {
  return Array.from({ length: maxOrder }, (_, i) => {
    const [found, wanted] = [ngrams(prediction, i + 1), ngrams(reference, i + 1)];
    const shared = [...found].reduce(
      (sum, [gram, count]) => sum + Math.min(count, wanted.get(gram) ?? 0),
      0,
    );
    return { found: wanted.size > 0 ? total(found) : 0, wanted: total(wanted), shared };
  });
}

/** Precision and recall, averaged over the orders that both sides have, in an F-score, 0–1. */
function fScore(counts: readonly Counts[]): number {
  const both = counts.filter(({ found, wanted }) => found > 0 && wanted > 0);
  const mean = (of: (one: Counts) => number): number =>
    both.reduce((sum, one) => sum + of(one), 0) / both.length;
  const precision = mean(({ shared, found }) => shared / found);
  const recall = mean(({ shared, wanted }) => shared / wanted);
  if (both.length === 0 || precision + recall === 0) return 0;
  return ((1 + beta ** 2) * precision * recall) / (beta ** 2 * precision + recall);
}

/** chrF2 of one prediction against one reference, 0–1 (Popović 2015). */
export const chrF2 = (prediction: string, reference: string): number =>
  fScore(countsOf(prediction, reference));

const added = (sums: readonly Counts[], more: readonly Counts[]): Counts[] =>
  sums.map((sum, i) => ({
    found: sum.found + more[i]!.found,
    wanted: sum.wanted + more[i]!.wanted,
    shared: sum.shared + more[i]!.shared,
  }));

/** Against the reference that it is closest to. */
function bestCounts(prediction: string, references: readonly string[]): Counts[] {
  return references
    .map((reference) => countsOf(prediction, reference))
    .reduce((best, one) => (fScore(one) > fScore(best) ? one : best));
}

/**
 * Corpus chrF2, 0–100: counts are summed over the instances, each judged against its best reference, before
 * the ratio. Equal to sacreBLEU's `CHRF()`. Fit for any script.
 */
export const chrF: Metric = {
  name: 'chrF',
  score(predictions, references) {
    if (predictions.length === 0) return 0;
    const counts = predictions.map((prediction, i) => bestCounts(prediction, references[i]!));
    return 100 * fScore(counts.reduce(added));
  },
};
