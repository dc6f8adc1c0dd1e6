import { normaliseAnswer } from './normalise.ts';
import { createShareMetric } from './shareMetric.ts';

/** Share of right labels, by generation: the first line of the answer against the label. */
export const accuracy = createShareMetric(
  'accuracy',
  (prediction, reference) =>
    normaliseAnswer(prediction.trim().split('\n')[0] ?? '') === normaliseAnswer(reference),
);
