import type { ChangeCause } from '../../src/core/protocol/index.ts';
import { namedRates, type Run } from './run.ts';

/** The mixture and the peak learning rate from here on, and what moved. */
export function sayChange(run: Run, cause: ChangeCause): void {
  const { runId, step, settings, outbox } = run;
  const { learningRate } = settings;
  outbox.push({ type: 'changed', runId, step, cause, mixingRates: namedRates(run), learningRate });
}
