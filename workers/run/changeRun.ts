import { AppError } from '../../src/core/errors.ts';
import type { ChannelLevel } from '../../src/core/protocol/index.ts';
import { namedRates, ratesOf } from '../loop/run.ts';
import type { Run } from '../loop/run.ts';

/** New faders from the next batch on. @throws AppError 'nothing-to-train'; the old ones stay. */
export function changeChannels(run: Run, channels: readonly ChannelLevel[]): void {
  run.rates = ratesOf(run.settings, run.tasks, channels);
  sayChange(run);
}

/** New peak of the schedule from the next step on. @throws AppError 'bad-setting'. */
export function changeLearningRate(run: Run, learningRate: number): void {
  if (!Number.isFinite(learningRate) || learningRate <= 0) {
    throw new AppError(
      'bad-setting',
      `learningRate: got ${learningRate}, wanted a positive number`,
      'Set a peak step size such as 0.002.',
    );
  }
  run.settings = { ...run.settings, learningRate };
  sayChange(run);
}

function sayChange(run: Run): void {
  const { runId, step, settings, outbox } = run;
  const { learningRate } = settings;
  outbox.push({ type: 'changed', runId, step, mixingRates: namedRates(run), learningRate });
}
