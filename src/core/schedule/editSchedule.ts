import type { FaderMove, FaderPosition, FaderSchedule, LiveSettings } from '../protocol/index.ts';
import type { SettingKey } from '../settings/table.ts';
import { mergedMoves } from './mergedMoves.ts';

/** Where a task's fader stands from a step on. */
export interface LanePoint extends FaderPosition {
  readonly step: number;
}

/** The moves of one task, in order of their steps. */
export const laneOf = (schedule: FaderSchedule, taskId: string): LanePoint[] =>
  schedule.flatMap(({ step, channels = [] }) => {
    const own = channels.find((position) => position.taskId === taskId);
    return own ? [{ ...own, step }] : [];
  });

/** Tasks that the schedule moves, in order of first appearance. */
export const movedTasks = (schedule: FaderSchedule): string[] => [
  ...new Set(schedule.flatMap(({ channels = [] }) => channels.map(({ taskId }) => taskId))),
];

/** Faders and settings that are moved, each once a step. */
export const nMovesOf = (schedule: FaderSchedule): number =>
  schedule.reduce(
    (sum, { channels = [], settings = {} }) => sum + channels.length + Object.keys(settings).length,
    0,
  );

/** With this point; it takes the place of one of its task at its step. */
export const withPoint = (
  schedule: FaderSchedule,
  { step, taskId, level, isOn }: LanePoint,
): FaderSchedule => mergedMoves([...schedule, { step, channels: [{ taskId, level, isOn }] }]);

export const withoutPoint = (
  schedule: FaderSchedule,
  { step, taskId }: Pick<LanePoint, 'step' | 'taskId'>,
): FaderSchedule =>
  kept(schedule, (move) =>
    move.step === step
      ? { ...move, channels: move.channels?.filter((position) => position.taskId !== taskId) }
      : move,
  );

export const withSetting = (
  schedule: FaderSchedule,
  step: number,
  settings: LiveSettings,
): FaderSchedule => mergedMoves([...schedule, { step, settings }]);

export const withoutSetting = (
  schedule: FaderSchedule,
  step: number,
  key: SettingKey,
): FaderSchedule =>
  kept(schedule, (move) =>
    move.step === step ? { ...move, settings: without(move.settings ?? {}, key) } : move,
  );

/** Only moves of these tasks; live settings stay. */
export function ofTasks(schedule: FaderSchedule, taskIds: readonly string[]): FaderSchedule {
  const ids = new Set(taskIds);
  return kept(schedule, (move) => ({
    ...move,
    channels: move.channels?.filter(({ taskId }) => ids.has(taskId)),
  }));
}

type Loose = { readonly [K in keyof FaderMove]: FaderMove[K] | undefined };

/** Each move changed; one that moves nothing any more is none. */
const kept = (schedule: FaderSchedule, change: (move: FaderMove) => Loose): FaderSchedule =>
  schedule.flatMap((move): FaderMove[] => {
    const { channels = [], settings = {} } = change(move);
    const [hasFaders, hasSettings] = [channels.length > 0, Object.keys(settings).length > 0];
    if (!hasFaders && !hasSettings) return [];
    return [{ step: move.step, ...(hasFaders && { channels }), ...(hasSettings && { settings }) }];
  });

const without = (settings: LiveSettings, key: SettingKey): LiveSettings =>
  Object.fromEntries(Object.entries(settings).filter(([other]) => other !== key));
