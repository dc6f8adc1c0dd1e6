import type { FaderSchedule } from '../protocol/index.ts';
import { movedTasks } from '../schedule/editSchedule.ts';
import { mergedMoves } from '../schedule/mergedMoves.ts';
import { lookUp } from '../lookUp.ts';
import type { RunRecord } from './record.ts';
import { scheduleOf } from './scheduleOf.ts';

/**
 * As `scheduleOf`, and before it where all that moves stood at the start: it plays the same from a desk whose
 * faders stand elsewhere, as those that a hand has moved do when its run has ended.
 */
export function wholeScheduleOf(record: Pick<RunRecord, 'plan' | 'changes'>): FaderSchedule | null {
  const schedule = scheduleOf(record);
  if (!schedule || schedule.length === 0) return schedule;
  const { channels, settings } = record.plan;
  const tasks = movedTasks(schedule);
  const keys = new Set(schedule.flatMap((move) => Object.keys(move.settings ?? {})));
  const start = {
    step: 0,
    channels: channels
      .filter(({ taskId }) => tasks.includes(taskId))
      .map(({ taskId, level, isOn }) => ({ taskId, level, isOn })),
    settings: Object.fromEntries([...keys].map((key) => [key, lookUp(settings, key)])),
  };
  return mergedMoves([start, ...schedule]);
}
