import type { RunOutcome, RunRecord } from './record.ts';

/** A run, or its head, that nobody trains any more: without an end of its own it was interrupted. */
export const leftBehind = <R extends Pick<RunRecord, 'status'>>(run: R): R =>
  isEnded(run.status) ? run : { ...run, status: 'interrupted' };

const ends: readonly RunRecord['status'][] = [
  'completed',
  'stopped',
  'early',
  'failed',
  'interrupted',
] satisfies readonly RunOutcome[];

const isEnded = (status: RunRecord['status']): boolean => ends.includes(status);
