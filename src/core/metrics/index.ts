import { accuracy } from './accuracy.ts';
import { bleu } from './bleu.ts';
import { chrF } from './chrF.ts';
import { exactMatch } from './exactMatch.ts';
import { execution } from './execution.ts';
import type { Metric, MetricName } from './metric.ts';
import { rougeL } from './rougeL.ts';
import { rougeLCjk } from './rougeLCjk.ts';
import { setF1 } from './setF1.ts';
import { strictMatch } from './strictMatch.ts';

/** Every metric by name: one file and one line here add one. */
export const metrics: Readonly<Record<MetricName, Metric>> = {
  exactMatch,
  strictMatch,
  accuracy,
  rougeL,
  rougeLCjk,
  setF1,
  chrF,
  bleu,
  execution,
};
