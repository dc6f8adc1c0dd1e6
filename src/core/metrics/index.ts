import { accuracy } from './accuracy.ts';
import { bleu } from './bleu.ts';
import { chrF } from './chrF.ts';
import { exactMatch } from './exactMatch.ts';
import { execution } from './execution.ts';
import type { Metric } from './metric.ts';
import { rougeL } from './rougeL.ts';
import { rougeLCjk } from './rougeLCjk.ts';
import { setF1 } from './setF1.ts';
import { squadExactMatch, squadF1 } from './squad.ts';
import { strictMatch } from './strictMatch.ts';

/** Every metric: one file and one line here add one. */
export const metrics: readonly Metric[] = [
  exactMatch,
  strictMatch,
  accuracy,
  rougeL,
  rougeLCjk,
  setF1,
  squadF1,
  squadExactMatch,
  chrF,
  bleu,
  execution,
];

export const metricNames: readonly string[] = metrics.map(({ name }) => name);

/** The metric of that name; a task was checked for it when it was read. */
export function metricNamed(name: string, list: readonly Metric[] = metrics): Metric {
  const metric = list.find((one) => one.name === name);
  if (!metric) throw new Error(`no metric is called "${name}"`);
  return metric;
}
