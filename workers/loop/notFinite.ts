import { AppError } from '../../src/core/errors.ts';
import type { Run } from './run.ts';
import type { StepNumbers } from './stepQueue.ts';

/** What stops a run whose step has blown up: where, and what is kept. */
export function notFinite({ tasks }: Run, { step, lossSums, gradNorm }: StepNumbers): AppError {
  const worst = tasks[lossSums.findIndex((loss) => !isFinite(loss))]?.id;
  const where = worst === undefined ? `gradient norm ${gradNorm}` : `loss of "${worst}"`;
  return new AppError(
    'engine-failed',
    `Step ${step}: ${where} is not a finite number; the weights of step ${step - 1} are kept`,
    'Lower the learning rate (or the clipping norm) and train again.',
  );
}
