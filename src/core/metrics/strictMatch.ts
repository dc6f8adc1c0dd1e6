import { createShareMetric } from './shareMetric.ts';
import { collapseSpace } from './normalise.ts';

/**
 * Share of answers equal to a reference once white space is collapsed: for code, where the usual
 * normalisation would make `x = [1]` equal to `x = 1`.
 */
export const strictMatch = createShareMetric(
  'strictMatch',
  (prediction, reference) => collapseSpace(prediction) === collapseSpace(reference),
);
