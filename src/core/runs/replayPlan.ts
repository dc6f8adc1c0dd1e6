import type { RunPlan } from '../protocol/index.ts';
import type { RunRecord } from './record.ts';
import { scheduleOf } from './scheduleOf.ts';

/** The plan that does again what happened in a run; null where `scheduleOf` is. */
export function replayPlan(record: Pick<RunRecord, 'plan' | 'changes'>): RunPlan | null {
  const schedule = scheduleOf(record);
  return schedule && { ...record.plan, schedule };
}
