import { readFileSync } from 'node:fs';
import { selectors } from '../../src/core/analysis/selection/index.ts';
import { selectorNamed } from '../../src/core/analysis/selection/selectTasks.ts';
import { AppError } from '../../src/core/errors.ts';
import type { FaderSchedule, WordingChoice } from '../../src/core/protocol/index.ts';
import { metricNames } from '../../src/core/metrics/index.ts';
import { modelNames, modelSizes, type ModelName } from '../../src/core/models.ts';
import { parseSchedule } from '../../src/core/schedule/parseSchedule.ts';
import { parseSettings, parseSettingText } from '../../src/core/settings/parse.ts';
import { type Settings, settingsTable } from '../../src/core/settings/table.ts';
import { told } from '../told.ts';
import { UsageError } from './usageError.ts';

/** One experiment, as written in a configuration file; every key has a default. */
export interface TrainConfig {
  readonly model: ModelName;
  readonly settings: Settings;
  readonly tasks: 'all' | readonly string[];
  /** Fader positions 0–100 by task id; a task that isn't named stands at 50. */
  readonly levels: Readonly<Record<string, number>>;
  /** The most training examples that are used, by task id; all of those that aren't named. */
  readonly maxExamples: Readonly<Record<string, number>>;
  /** Names of metrics by task id; a task that isn't named keeps its own. */
  readonly metrics: Readonly<Record<string, string>>;
  /** Faders and live settings that move on the way. */
  readonly schedule: FaderSchedule;
  /** Tasks that are evaluated but not trained on. */
  readonly muted: readonly string[];
  readonly testInstances: number;
  readonly validationInstances: number;
  readonly samplesPerTask: number;
  /** Clusters that are judged and not trained on. */
  readonly heldOutClusters: readonly string[];
  /** Which of the other tasks are trained on then; by default all that do not leak into them. */
  readonly selector: string;
  /** Judges of the tuned model beside the plain test: other wordings, worked examples. */
  readonly evaluations: readonly ExtraEvaluation[];
  /** Judges the tuned model on the exam as well, which nothing may be chosen by: once, at the end. */
  readonly exam: boolean;
}

/** One more look at the tuned model on the test split. */
export interface ExtraEvaluation {
  readonly name: string;
  readonly wordings: WordingChoice;
  readonly shots: number;
  readonly testInstances: number;
}

const keys = [
  'model',
  'settings',
  'tasks',
  'levels',
  'maxExamples',
  'metrics',
  'schedule',
  'muted',
  'testInstances',
  'validationInstances',
  'samplesPerTask',
  'heldOutClusters',
  'selector',
  'evaluations',
  'exam',
];

/**
 * Reads a configuration file; a mistake in it is named by its key.
 * @param set settings of the command line as text, which win over those of the file
 * @param metrics of the command line by task id, which win likewise
 */
export function readConfig(
  path: string,
  model: ModelName | undefined,
  set: Readonly<Record<string, string>> = {},
  metrics: Readonly<Record<string, string>> = {},
): TrainConfig {
  const config = named(path, () => parseConfig(readJson(path), model));
  return {
    ...config,
    settings: { ...config.settings, ...parseSetOptions(set) },
    metrics: { ...config.metrics, ...metricsByTask('--metric', metrics) },
  };
}

/** Names of metrics by task id. @throws UsageError for one that is none. */
export function metricsByTask(key: string, value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(object(key, value));
  return Object.fromEntries(entries.map(([id, name]) => [id, metricName(`${key}.${id}`, name)]));
}

/** The settings of `--set`. @throws UsageError for one that is not in the table or out of range. */
export const parseSetOptions = (set: Readonly<Record<string, string>>): Partial<Settings> =>
  named('--set', () =>
    Object.fromEntries(
      Object.entries(set).map(
        ([key, text]) => [key, parseSettingText(settingsTable, key, text)] as const,
      ),
    ),
  );

/** Says where a mistake was found. */
function named<T>(place: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(`${place}: ${told(error.info)}`);
    if (error instanceof UsageError) throw new UsageError(`${place}: ${error.message}`);
    throw error;
  }
}

/** A configuration from parsed JSON; `model` overrides the one it names. */
export function parseConfig(raw: unknown, model: ModelName | undefined): TrainConfig {
  const config = object('the configuration', raw);
  for (const key of Object.keys(config)) {
    if (!keys.includes(key)) {
      throw new UsageError(`unknown key "${key}"; known keys: ${keys.join(', ')}`);
    }
  }
  const name = model ?? modelName(config.model ?? 'mini');
  return {
    model: name,
    settings: parseSettings(config.settings ?? {}, modelSizes[name]),
    tasks:
      config.tasks === undefined || config.tasks === 'all' ? 'all' : ids('tasks', config.tasks),
    levels: levels(config.levels ?? {}),
    maxExamples: counts('maxExamples', config.maxExamples ?? {}),
    metrics: metricsByTask('metrics', config.metrics ?? {}),
    schedule: parseSchedule(config.schedule ?? []),
    muted: ids('muted', config.muted ?? []),
    testInstances: count('testInstances', config.testInstances ?? 100),
    validationInstances: count('validationInstances', config.validationInstances ?? 100),
    samplesPerTask: count('samplesPerTask', config.samplesPerTask ?? 3),
    heldOutClusters: ids('heldOutClusters', config.heldOutClusters ?? []),
    selector: selectorNamed(text('selector', config.selector ?? selectors[0].name)).name,
    evaluations: evaluations(config.evaluations ?? []),
    exam: config.exam === true,
  };
}

function evaluations(value: unknown): ExtraEvaluation[] {
  if (!Array.isArray(value)) {
    throw new UsageError(`evaluations: got ${JSON.stringify(value)}, wanted a list`);
  }
  return value.map((raw, i) => {
    const one = object(`evaluations[${i}]`, raw);
    const { name, wordings = 'seen', shots = 0, testInstances = 100 } = one;
    if (typeof name !== 'string') throw new UsageError(`evaluations[${i}].name is missing`);
    if (wordings !== 'seen' && wordings !== 'heldOut') {
      throw new UsageError(
        `evaluations[${i}].wordings: got ${JSON.stringify(wordings)}, wanted "seen" or "heldOut"`,
      );
    }
    const instances = count(`evaluations[${i}].testInstances`, testInstances);
    const number = shots === 0 ? 0 : count(`evaluations[${i}].shots`, shots);
    return { name, wordings, shots: number, testInstances: instances };
  });
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`can't be read: ${(error as Error).message}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`is no JSON: ${(error as Error).message}`);
  }
}

function object(key: string, value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new UsageError(`${key}: got ${JSON.stringify(value)}, wanted an object`);
}

function modelName(value: unknown): ModelName {
  const name = modelNames.find((one) => one === value);
  if (name) return name;
  throw new UsageError(
    `model: got ${JSON.stringify(value)}, wanted one of ${modelNames.join(', ')}`,
  );
}

function metricName(key: string, value: unknown): string {
  const name = metricNames.find((one) => one === value);
  if (name !== undefined) return name;
  throw new UsageError(
    `${key}: got ${JSON.stringify(value)}, wanted one of ${metricNames.join(', ')}`,
  );
}

function ids(key: string, value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((id) => typeof id === 'string')) return value;
  throw new UsageError(`${key}: got ${JSON.stringify(value)}, wanted a list of task ids`);
}

function levels(value: unknown): Readonly<Record<string, number>> {
  for (const [id, level] of Object.entries(object('levels', value))) {
    if (typeof level === 'number' && level >= 0 && level <= 100) continue;
    throw new UsageError(`levels.${id}: got ${JSON.stringify(level)}, wanted a number 0 to 100`);
  }
  return value as Readonly<Record<string, number>>;
}

function counts(key: string, value: unknown): Readonly<Record<string, number>> {
  const entries = Object.entries(object(key, value));
  return Object.fromEntries(entries.map(([id, most]) => [id, count(`${key}.${id}`, most)]));
}

function text(key: string, value: unknown): string {
  if (typeof value === 'string') return value;
  throw new UsageError(`${key}: got ${JSON.stringify(value)}, wanted a name`);
}

function count(key: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new UsageError(`${key}: got ${JSON.stringify(value)}, wanted a whole number from 1`);
}
