import * as v from 'valibot';
import type { DeskWanted } from '../errorValues.ts';
import { AppError } from '../errors.ts';
import { metricNames } from '../metrics/index.ts';
import { parseHubName } from '../hub/hubName.ts';
import { modelNames, type ModelName } from '../models.ts';
import type { FaderSchedule } from '../protocol/index.ts';
import { defaultLevel } from '../sampling/mixingRates.ts';
import { parseSchedule } from '../schedule/parseSchedule.ts';
import { liftSettings } from '../settings/lift.ts';
import { checkSetting } from '../settings/parse.ts';
import { type Settings, settingsTable } from '../settings/table.ts';

/** One task on the desk. */
export interface DeskTask {
  readonly id: string;
  /** Its fader, 0–100. */
  readonly level: number;
  /** Scored, never trained on: a watched task. */
  readonly isMuted: boolean;
  /** At most so many of its training examples are used; all if left out. */
  readonly maxExamples?: number;
  /** Name of the metric that scores it; the task's own if left out. */
  readonly metric?: string;
  /** Dataset of a hub that it is, with its commit. */
  readonly hub?: string;
}

/** What stands on the desk: all that the hand sets before Train, as plain data. */
export interface DeskSetup {
  readonly model: ModelName;
  readonly tasks: readonly DeskTask[];
  /** Where the faders of clusters stand, 0–100; those at rest are not in it. */
  readonly buses: Readonly<Record<string, number>>;
  /** Settings that differ from the defaults of the model. */
  readonly settings: Readonly<Partial<Settings>>;
  /** What moves by itself while a run is on. */
  readonly schedule?: FaderSchedule;
}

/** Of the written form; a reader refuses what is newer. */
export const deskVersion = 1;

/** A desk as it is written: what stands at its default is left out. */
export interface DeskFile {
  readonly version: number;
  readonly model: ModelName;
  readonly tasks: readonly (Pick<DeskTask, 'id'> & Partial<DeskTask>)[];
  readonly buses?: Readonly<Record<string, number>>;
  readonly settings?: Readonly<Partial<Settings>>;
  readonly schedule?: FaderSchedule;
}

/** The written form of a desk; `parseDeskSetup` reads it back to the same value. */
export function deskFileOf({ model, tasks, buses, settings, schedule }: DeskSetup): DeskFile {
  return {
    version: deskVersion,
    model,
    tasks: tasks.map(({ id, level, isMuted, maxExamples, metric, hub }) => ({
      id,
      ...(level !== defaultLevel && { level }),
      ...(isMuted && { isMuted }),
      ...(maxExamples !== undefined && { maxExamples }),
      ...(metric !== undefined && { metric }),
      ...(hub !== undefined && { hub }),
    })),
    ...(Object.keys(buses).length > 0 && { buses }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(schedule && schedule.length > 0 && { schedule }),
  };
}

/** Which kind was wanted stands where valibot keeps a message. */
const wanted = (kind: DeskWanted): DeskWanted => kind;

const level = v.pipe(
  v.number(wanted('level')),
  v.minValue(0, wanted('level')),
  v.maxValue(100, wanted('level')),
);
const exactly = (issue: v.StrictObjectIssue): DeskWanted =>
  issue.expected === 'never' ? 'noSuchKey' : issue.expected === 'Object' ? 'object' : 'present';

const taskSchema = v.strictObject(
  {
    id: v.pipe(v.string(wanted('id')), v.nonEmpty(wanted('id'))),
    level: v.optional(level, defaultLevel),
    isMuted: v.optional(v.boolean(wanted('flag')), false),
    maxExamples: v.exactOptional(
      v.pipe(v.number(wanted('count')), v.integer(wanted('count')), v.minValue(1, wanted('count'))),
    ),
    metric: v.exactOptional(v.picklist(metricNames, wanted('metric'))),
    hub: v.exactOptional(
      v.pipe(
        v.string(wanted('hub')),
        v.check((text) => parseHubName(text) !== null, wanted('hub')),
      ),
    ),
  },
  exactly,
);

const schema = v.strictObject(
  {
    version: v.optional(v.number(wanted('version')), deskVersion),
    model: v.optional(v.picklist(modelNames, wanted('model')), 'mini'),
    tasks: v.array(taskSchema, wanted('tasks')),
    buses: v.optional(v.record(v.string(), level, wanted('object')), {}),
    settings: v.optional(v.record(v.string(), v.unknown(), wanted('object')), {}),
    schedule: v.exactOptional(v.unknown()),
  },
  exactly,
);

/**
 * A desk from outside: a preset, a link, a file, what an earlier visit has stored. Whether its tasks exist
 * is for who knows the library: `checkDeskTasks`.
 * @throws AppError 'bad-setting' with the place of the first fault, or when it is of a newer version.
 */
export function parseDeskSetup(raw: unknown): DeskSetup {
  checkVersion(raw);
  const result = v.safeParse(schema, raw);
  if (!result.success) throw badDesk(result.issues[0]);
  const { model, tasks, buses, settings, schedule } = result.output;
  return {
    model,
    tasks: eachOnce(tasks),
    buses,
    settings: checkedSettings(settings),
    ...(schedule !== undefined && { schedule: parseSchedule(schedule) }),
  };
}

/** @throws AppError 'bad-setting' for a task that is not among the known ones. */
export function checkDeskTasks({ tasks }: DeskSetup, known: readonly string[]): void {
  const unknown = tasks.find(({ id }) => !known.includes(id));
  if (!unknown) return;
  throw new AppError('bad-setting', 'unknownTask', { id: unknown.id, known });
}

/** What is newer may differ in anything: it is said before any fault is looked for. */
function checkVersion(raw: unknown): void {
  const version = typeof raw === 'object' && raw !== null && 'version' in raw ? raw.version : null;
  if (typeof version !== 'number' || version <= deskVersion) return;
  throw new AppError('bad-setting', 'newerDesk', { version, known: deskVersion });
}

function badDesk(issue: v.BaseIssue<unknown>): AppError {
  return new AppError('bad-setting', 'badDesk', {
    key: v.getDotPath(issue) ?? '',
    got: JSON.stringify(issue.input) ?? 'nothing',
    wanted: issue.message as DeskWanted,
  });
}

function eachOnce(tasks: readonly DeskTask[]): readonly DeskTask[] {
  const seen = new Set<string>();
  for (const { id } of tasks) {
    if (seen.has(id)) throw new AppError('bad-setting', 'taskTwice', { id });
    seen.add(id);
  }
  return tasks;
}

function checkedSettings(raw: Readonly<Record<string, unknown>>): Partial<Settings> {
  const lifted = liftSettings(raw);
  for (const [key, value] of Object.entries(lifted)) checkSetting(settingsTable, key, value);
  return lifted;
}
