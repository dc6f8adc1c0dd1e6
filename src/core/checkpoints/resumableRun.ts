import { nStepsOf } from '../levers/trainingLength.ts';
import type { ResumableRun } from '../protocol/index.ts';
import { bytesOf, type CheckpointHead } from './checkpoint.ts';

/** What the page and the command line need to know of a run that can go on. */
export function resumableRun(head: CheckpointHead): ResumableRun {
  const { run, savedAt, engine, state } = head;
  const nSteps = nStepsOf(run.plan.settings);
  return { ...run, step: state.step, nSteps, savedAt, engine, bytes: bytesOf(head) };
}
