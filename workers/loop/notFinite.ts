import { AppError } from '../../src/core/errors.ts';
import type { Run } from './run.ts';
import type { StepNumbers } from './stepQueue.ts';

/** What stops a run whose step has blown up: where, and what is kept. */
export function notFinite({ tasks }: Run, { step, lossSums, gradNorm }: StepNumbers): AppError {
  const taskId = tasks[lossSums.findIndex((loss) => !isFinite(loss))]?.id ?? null;
  // As text: JSON has no word for what is not finite.
  return new AppError('engine-failed', 'notFinite', { step, taskId, gradNorm: String(gradNorm) });
}
