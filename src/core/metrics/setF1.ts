import type { Metric } from './metric.ts';
import { normaliseAnswer } from './normalise.ts';

/** Items of a list answer, normalised, without doubles; "none" is the empty list. */
export function answerItems(text: string): ReadonlySet<string> {
  const items = text
    .split(/[,;、，；\n]/)
    .map(normaliseAnswer)
    .filter((item) => item !== '' && item !== 'none');
  return new Set(items);
}

interface Counts {
  readonly hits: number;
  readonly predicted: number;
  readonly wanted: number;
}

function compare(prediction: string, reference: string): Counts {
  const predicted = answerItems(prediction);
  const wanted = answerItems(reference);
  const hits = [...predicted].filter((item) => wanted.has(item)).length;
  return { hits, predicted: predicted.size, wanted: wanted.size };
}

function f1({ hits, predicted, wanted }: Counts): number {
  return predicted + wanted === 0 ? 1 : (2 * hits) / (predicted + wanted);
}

/**
 * Micro F1 over sets of items, 0–100: counts are summed over the instances, each judged against its
 * best reference. Nothing predicted where nothing was wanted throughout is 100.
 */
export const setF1: Metric = {
  name: 'setF1',
  score(predictions, references) {
    if (predictions.length === 0) return 0;
    const total = predictions
      .map((prediction, i) => bestCounts(prediction, references[i]!))
      .reduce((sum, one) => ({
        hits: sum.hits + one.hits,
        predicted: sum.predicted + one.predicted,
        wanted: sum.wanted + one.wanted,
      }));
    return 100 * f1(total);
  },
};

function bestCounts(prediction: string, references: readonly string[]): Counts {
  return references
    .map((reference) => compare(prediction, reference))
    .reduce((best, one) => (f1(one) > f1(best) ? one : best));
}
