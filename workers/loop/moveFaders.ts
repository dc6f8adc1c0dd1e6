import { AppError } from '../../src/core/errors.ts';
import type { FaderMove, FaderPosition, SettingMove } from '../../src/core/protocol/index.ts';
import type { SettingValue } from '../../src/core/settingRows.ts';
import type { SettingKey } from '../../src/core/settings/table.ts';
import { differing, movedPositions } from '../../src/core/schedule/movedPositions.ts';
import { ratedChannels } from './ratedChannels.ts';
import type { Run } from './run.ts';
import { sayChange } from './sayChange.ts';

/**
 * Faders from the next batch on; gives those that moved.
 * @throws AppError 'nothing-to-train'; all then stay where they are.
 */
export function moveFaders(run: Run, moved: readonly FaderPosition[]): FaderPosition[] {
  const before = run.channels;
  const after = movedPositions(before, moved);
  run.mix.setChannels(ratedChannels(run.tasks, after));
  run.channels = after;
  return differing(before, after);
}

/** A live setting from the next step on. */
export function moveSetting(run: Run, key: SettingKey, to: SettingValue): SettingMove {
  const from = run.settings[key];
  run.settings = { ...run.settings, [key]: to };
  return { key, from, to };
}

/** The moves of the plan that hold from the next batch on. */
export function playSchedule(run: Run): void {
  while (run.schedule.length > 0 && run.schedule[0]!.step <= run.step && run.step < run.nSteps) {
    const [move, ...later] = run.schedule;
    run.schedule = later;
    play(run, move!);
  }
}

function play(run: Run, { channels = [], settings = {} }: FaderMove): void {
  const faders = movedIfOpen(run, channels);
  const moves = Object.entries(settings).map(([key, to]) =>
    moveSetting(run, key as SettingKey, to),
  );
  sayChange(run, { kind: 'schedule', settings: moves }, faders);
}

/** A hand may have closed what the schedule leaves open: then its faders stay, and the run goes on. */
function movedIfOpen(run: Run, channels: readonly FaderPosition[]): FaderPosition[] {
  try {
    return moveFaders(run, channels);
  } catch (error) {
    if (error instanceof AppError && error.info.key === 'allClosed') return [];
    throw error;
  }
}
