import { createShareMetric } from './shareMetric.ts';
import { collapseSpace } from './normalise.ts';

const asWritten = (text: string): string => collapseSpace(text.normalize('NFC'));

/**
 * Share of answers equal to a reference, sign by sign, once white space is collapsed: for code, numbers and
 * signs, where the usual normalisation would make `x = [1]` equal to `x = 1`, -5 to 5 and `<` to `>`.
 */
export const strictMatch = createShareMetric(
  'strictMatch',
  (prediction, reference) => asWritten(prediction) === asWritten(reference),
);
