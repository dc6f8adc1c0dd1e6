import type { Metric } from './metric.ts';

const maxOrder = 6;
/** Recall counts β² times as much as precision. */
const beta = 2;

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

/**
 * chrF2 of one prediction against one reference, 0–1 (Popović 2015): precision and recall of character
 * n-grams, averaged over the orders 1 to 6 that the texts are long enough for, in an F-score.
 */
export function chrF2(prediction: string, reference: string): number {
  let [precision, recall, orders] = [0, 0, 0];
  for (let n = 1; n <= maxOrder; n++) {
    const [found, wanted] = [ngrams(prediction, n), ngrams(reference, n)];
    if (found.size === 0 || wanted.size === 0) continue;
    const shared = [...found].reduce(
      (sum, [gram, count]) => sum + Math.min(count, wanted.get(gram) ?? 0),
      0,
    );
    precision += shared / total(found);
    recall += shared / total(wanted);
    orders++;
  }
  if (precision + recall === 0) return 0;
  const [p, r] = [precision / orders, recall / orders];
  return ((1 + beta ** 2) * p * r) / (beta ** 2 * p + r);
}

/** Mean over instances of the best chrF2 over the references, × 100. Fit for any script. */
export const chrF: Metric = {
  name: 'chrF',
  score(predictions, references) {
    if (predictions.length === 0) return 0;
    const best = predictions.map((prediction, i) =>
      Math.max(...references[i]!.map((reference) => chrF2(prediction, reference))),
    );
    return (100 * best.reduce((sum, f) => sum + f, 0)) / best.length;
  },
};
