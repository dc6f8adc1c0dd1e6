import type { Metric } from './metric.ts';

/**
 * A metric that is the mean over predictions, × 100, of how well each does against the reference that it does best
 * against.
 * @param scoreOf of one prediction against one reference, 0–1
 */
export function createMeanMetric(
  name: string,
  scoreOf: (prediction: string, reference: string) => number,
): Metric {
  return {
    name,
    score(predictions, references) {
      if (predictions.length === 0) return 0;
      const best = predictions.map((prediction, i) =>
        Math.max(...references[i]!.map((reference) => scoreOf(prediction, reference))),
      );
      return (100 * best.reduce((sum, one) => sum + one, 0)) / best.length;
    },
  };
}
