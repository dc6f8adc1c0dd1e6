import type { ChangeCause, FaderPosition } from '../../src/core/protocol/index.ts';
import { namedRates, type Run } from './run.ts';

/** The mixture and the peak learning rate from here on, and what moved. */
export function sayChange(
  run: Run,
  cause: ChangeCause,
  channels: readonly FaderPosition[] = [],
): void {
  const { runId, step, settings, outbox } = run;
  const { learningRate } = settings;
  const isOfFaders = cause.kind === 'faders' || cause.kind === 'schedule';
  outbox.push({
    type: 'changed',
    runId,
    step,
    cause,
    ...(isOfFaders && { channels }),
    mixingRates: namedRates(run),
    learningRate,
  });
}
