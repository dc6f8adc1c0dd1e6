import { createShareMetric } from './shareMetric.ts';
import { normaliseAnswer } from './normalise.ts';

/** Share of answers equal to a reference after Super-NaturalInstructions' normalisation. */
export const exactMatch = createShareMetric(
  'exactMatch',
  (prediction, reference) => normaliseAnswer(prediction) === normaliseAnswer(reference),
);
