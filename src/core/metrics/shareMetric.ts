import type { Metric } from './metric.ts';

/** A metric that is the share of predictions (0–100) that match at least one of their references. */
export function createShareMetric(
  name: string,
  isMatch: (prediction: string, reference: string) => boolean,
): Metric {
  return {
    name,
    score(predictions, references) {
      if (predictions.length === 0) return 0;
      const hits = predictions.filter((prediction, i) =>
        references[i]!.some((reference) => isMatch(prediction, reference)),
      );
      return (100 * hits.length) / predictions.length;
    },
  };
}
