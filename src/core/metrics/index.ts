import { accuracy } from './accuracy.ts';
import { exactMatch } from './exactMatch.ts';
import type { Metric, MetricName } from './metric.ts';
import { rougeL } from './rougeL.ts';
import { setF1 } from './setF1.ts';
import { strictMatch } from './strictMatch.ts';

/** Every metric by name: one file and one line here add one. */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  exactMatch,
  strictMatch,
  accuracy,
  rougeL,
  setF1,
};
