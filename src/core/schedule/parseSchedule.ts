import { AppError } from '../errors.ts';
import type { ScheduleWanted } from '../errorValues.ts';
import type { FaderMove, FaderPosition, FaderSchedule, LiveSettings } from '../protocol/index.ts';
import { checkSetting } from '../settings/parse.ts';
import { liveKeys, settingsTable } from '../settings/table.ts';
import { mergedMoves } from './mergedMoves.ts';

/** The most that a fader weighs: its own travel times its bus's (`ChannelLevel`). */
const maxLevel = 200;

/**
 * A schedule from outside: `[{ "step": 40, "channels": [{ "taskId": "sum_story", "level": 80, "isOn": true }],
 * "settings": { "learningRate": 0.002 } }]`, in any order.
 * @throws AppError 'bad-setting' that names the place.
 */
export function parseSchedule(raw: unknown): FaderSchedule {
  return mergedMoves(list(raw, 'schedule').map((move, i) => parseMove(move, `schedule[${i}]`)));
}

function parseMove(raw: unknown, path: string): FaderMove {
  const { step, channels, settings, ...others } = object(raw, path);
  refuseOthers(others, path);
  return {
    step: isStep(step) ? step : refuse(`${path}.step`, step, 'step'),
    ...(channels !== undefined && {
      channels: list(channels, `${path}.channels`).map((position, i) =>
        parsePosition(position, `${path}.channels[${i}]`),
      ),
    }),
    ...(settings !== undefined && { settings: parseLive(settings, `${path}.settings`) }),
  };
}

function parsePosition(raw: unknown, path: string): FaderPosition {
  const { taskId, level, isOn, ...others } = object(raw, path);
  refuseOthers(others, path);
  return {
    taskId: typeof taskId === 'string' ? taskId : refuse(`${path}.taskId`, taskId, 'task'),
    level: isLevel(level) ? level : refuse(`${path}.level`, level, 'level'),
    isOn: typeof isOn === 'boolean' ? isOn : refuse(`${path}.isOn`, isOn, 'flag'),
  };
}

function parseLive(raw: unknown, path: string): LiveSettings {
  const values = object(raw, path);
  for (const [setting, value] of Object.entries(values)) {
    checkSetting(settingsTable, setting, value);
    if (liveKeys.some((key) => key === setting)) continue;
    throw new AppError('bad-setting', 'fixedSetting', { setting, live: liveKeys });
  }
  return values;
}

const isStep = (raw: unknown): raw is number => Number.isInteger(raw) && (raw as number) >= 0;

const isLevel = (raw: unknown): raw is number =>
  typeof raw === 'number' && raw >= 0 && raw <= maxLevel;

function object(raw: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) refuse(path, raw, 'object');
  return raw as Readonly<Record<string, unknown>>;
}

const list = (raw: unknown, path: string): readonly unknown[] =>
  Array.isArray(raw) ? raw : refuse(path, raw, 'list');

function refuseOthers(others: Readonly<Record<string, unknown>>, path: string): void {
  const [stranger] = Object.entries(others);
  if (stranger) refuse(`${path}.${stranger[0]}`, stranger[1], 'nothing');
}

function refuse(path: string, got: unknown, wanted: ScheduleWanted): never {
  throw new AppError('bad-setting', 'badSchedule', {
    path,
    got: JSON.stringify(got) ?? 'nothing',
    wanted,
  });
}
