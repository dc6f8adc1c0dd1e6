import { AppError } from '../errors.ts';
import { metricNames } from '../metrics/index.ts';
import { parseHubName } from '../hub/hubName.ts';
import { modelNames, type ModelName } from '../models.ts';
import { defaultLevel } from '../sampling/mixingRates.ts';
import { parseSchedule } from '../schedule/parseSchedule.ts';
import { restoreRows } from '../settings/lift.ts';
import { settingsTable } from '../settings/table.ts';
import type { DeskSetup, DeskTask } from './deskSetup.ts';

/** What an earlier visit has left of a desk; null where it has left nothing that can be used. */
export interface RestoredDesk extends Omit<DeskSetup, 'model' | 'tasks'> {
  readonly model: ModelName | null;
  readonly tasks: readonly DeskTask[] | null;
}

export const nothingRestored: RestoredDesk = { model: null, tasks: null, buses: {}, settings: {} };

/** What is still good of a stored desk: a value that is none takes none of the others with it. */
export function restoreDesk(raw: unknown): RestoredDesk | null {
  if (!isRecord(raw)) return null;
  const { model, tasks, buses, settings, schedule } = raw;
  return {
    model: modelNames.find((name) => name === model) ?? null,
    tasks: Array.isArray(tasks) ? onceEach(tasks.flatMap(restoreTask)) : null,
    buses: restoreBuses(buses),
    settings: restoreRows(settingsTable, settings),
    ...restoreSchedule(schedule),
  };
}

/** A desk as it was stored until its parts became one value: faders by task, muted or not. */
export interface DeskInParts {
  readonly model: unknown;
  readonly settings: unknown;
  readonly faders: unknown;
  readonly buses: unknown;
}

/** Null when there was nothing. Faders that all stood at rest say nothing of what should be on the desk. */
export function liftDesk({ faders, ...others }: DeskInParts): RestoredDesk | null {
  if (Object.values({ faders, ...others }).every((value) => value === null)) return null;
  const positions = isRecord(faders) ? Object.entries(faders) : [];
  const tasks = positions.flatMap(([id, place]) =>
    isRecord(place) ? restoreTask({ ...place, id }) : [],
  );
  const isMoved = tasks.some(({ level, isMuted }) => level !== defaultLevel || isMuted);
  return restoreDesk({ ...others, ...(isMoved && { tasks }) });
}

function restoreTask(raw: unknown): DeskTask[] {
  if (!isRecord(raw)) return [];
  const { id, level = defaultLevel, isMuted = false, maxExamples, metric, hub } = raw;
  if (typeof id !== 'string' || id === '' || !isLevel(level) || typeof isMuted !== 'boolean')
    return [];
  return [
    {
      id,
      level,
      isMuted,
      ...(isCount(maxExamples) && { maxExamples }),
      ...(isMetric(metric) && { metric }),
      ...(typeof hub === 'string' && parseHubName(hub) && { hub }),
    },
  ];
}

const onceEach = (tasks: readonly DeskTask[]): readonly DeskTask[] => {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return [...byId.values()];
};

function restoreSchedule(raw: unknown): Pick<DeskSetup, 'schedule'> {
  if (raw === undefined) return {};
  try {
    return { schedule: parseSchedule(raw) };
  } catch (error) {
    if (error instanceof AppError) return {};
    throw error;
  }
}

const restoreBuses = (raw: unknown): Record<string, number> =>
  Object.fromEntries(
    Object.entries(isRecord(raw) ? raw : {}).filter((entry): entry is [string, number] =>
      isLevel(entry[1]),
    ),
  );

const isLevel = (raw: unknown): raw is number => typeof raw === 'number' && raw >= 0 && raw <= 100;

const isMetric = (raw: unknown): raw is string =>
  typeof raw === 'string' && metricNames.includes(raw);

const isCount = (raw: unknown): raw is number =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 1;

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);
