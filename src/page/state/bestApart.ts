import { type BestEvaluation, bestEvaluation } from '../../core/analysis/bestEvaluation.ts';
import type { App } from './createApp.ts';

/** The best evaluation of the run that left the tuned weights, where the worker has its weights beside the last; else null. */
export function bestApart({
  engine,
  runs,
  progress,
}: Pick<App, 'engine' | 'runs' | 'progress'>): BestEvaluation | null {
  const run = progress.isBusy ? null : runs.record(engine.tunedBy);
  const best = run && bestEvaluation(run);
  return best && !best.isLast ? best : null;
}
