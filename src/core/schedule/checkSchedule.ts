import { AppError } from '../errors.ts';
import type { FaderSchedule, FaderPosition } from '../protocol/index.ts';

/** @throws AppError 'bad-setting' for a move of a task that is none of these channels. */
export function checkSchedule(
  schedule: FaderSchedule,
  channels: readonly Pick<FaderPosition, 'taskId'>[],
): void {
  const known = channels.map(({ taskId }) => taskId);
  const ids = new Set(known);
  for (const { step, channels: moved = [] } of schedule) {
    const stranger = moved.find(({ taskId }) => !ids.has(taskId));
    if (!stranger) continue;
    throw new AppError('bad-setting', 'scheduleUnknownTask', { step, id: stranger.taskId, known });
  }
}
