import { AppError } from '../../src/core/errors.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import { mixingShares } from '../../src/core/sampling/mixingRates.ts';
import type { Sampler } from '../../src/core/sampling/sampler.ts';
import { movedPositions } from '../../src/core/schedule/movedPositions.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { ratedChannels } from './ratedChannels.ts';

/** @throws AppError 'nothing-to-train' for a schedule that leaves nothing to draw from on its way. */
export function checkOpen(
  { settings, channels, schedule = [] }: Pick<RunPlan, 'settings' | 'channels' | 'schedule'>,
  tasks: readonly Task[],
  samplers: readonly Sampler[],
): void {
  let positions = channels;
  for (const { step, channels: moved = [] } of schedule) {
    positions = movedPositions(positions, moved);
    const shares = mixingShares(settings, ratedChannels(tasks, positions), undefined, samplers);
    if (!shares) throw new AppError('nothing-to-train', 'closedBySchedule', { step });
  }
}
