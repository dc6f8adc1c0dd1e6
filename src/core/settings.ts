import { AppError } from './errors.ts';
import { lookUp } from './lookUp.ts';

/** One numeric setting: controls, validation, link and command line derive from its row. */
export interface NumberSetting {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly isInteger: boolean;
  readonly unit: string;
  readonly label: string;
  readonly help: string;
}

/** One setting with named choices. */
export interface ChoiceSetting<T extends string = string> {
  readonly kind: 'choice';
  readonly default: T;
  readonly choices: readonly T[];
  readonly label: string;
  readonly help: string;
}

export const mixingStrategies = [
  'faders',
  'equal',
  'proportional',
  'capped',
  'temperature',
] as const;
export type MixingStrategy = (typeof mixingStrategies)[number];

const number = (
  label: string,
  unit: string,
  [min, fallback, max]: readonly [number, number, number],
  help: string,
): NumberSetting => ({
  kind: 'number',
  label,
  unit,
  min,
  default: fallback,
  max,
  isInteger: false,
  help,
});
const integer = (...row: Parameters<typeof number>): NumberSetting => ({
  ...number(...row),
  isInteger: true,
});

/** The one table of run settings. Defaults for each model size: `defaultSettings`. */
export const settingsTable = {
  strategy: {
    kind: 'choice',
    default: 'faders',
    choices: mixingStrategies,
    label: 'Mixing',
    help: 'What sets each task’s share: your faders, equal shares, or the size of each task (as it is, capped, or flattened by a temperature).',
  },
  cap: integer(
    'Cap',
    'examples',
    [1, 3000, 1_000_000],
    'Proportional mixing counts at most this many examples of a task.',
  ),
  mixingTemperature: number(
    'Mixing temperature',
    '',
    [1, 2, 100],
    '1 keeps shares proportional to size; higher values pull them towards equal.',
  ),
  seed: integer(
    'Seed',
    '',
    [0, 1, 2_147_483_647],
    'Same seed, same settings, same backend: the same curves.',
  ),
  trainTokens: integer(
    'Training length',
    'tokens',
    [256, 1_000_000, 1_000_000_000],
    'How many token positions the run trains on.',
  ),
  batchSize: integer('Batch', 'rows', [1, 8, 256], 'Packed rows per step.'),
  seqLen: integer(
    'Row length',
    'tokens',
    [32, 256, 256],
    'Examples are packed into rows of this many tokens.',
  ),
  shotShare: integer(
    'Worked examples',
    '% of the draws',
    [0, 10, 100],
    'This share of the training examples has one, two or four solved cases of the same task in front (few-shot); without any, the model can’t make use of them later.',
  ),
  wordDropout: integer(
    'Word dropout',
    '% of the words',
    [0, 0, 50],
    'Each word of an instruction is left out with this chance while training: the model relies on no single one, and new wordings are understood better.',
  ),
  rehearsalShare: integer(
    'Rehearsal',
    '% of the rows',
    [0, 0, 90],
    'This share of the rows are texts that the base model was pre-trained on, with the loss on the answers in them: it forgets less of what it could do before.',
  ),
  learningRate: number('Learning rate', '', [1e-6, 2e-3, 1], 'Peak step size of AdamW.'),
  trainEmbeddings: integer(
    'Train embeddings',
    '0 or 1',
    [0, 0, 1],
    '0 keeps the token embeddings, which are the output layer too. Trained ones (1) forget how to say the words that are no task’s answer.',
  ),
  loraRank: integer(
    'LoRA rank',
    '',
    [0, 0, 64],
    '0 trains all weights. Above, the model is frozen and only low-rank adapters of this rank are trained (take a learning rate two to five times as high).',
  ),
  warmupShare: number(
    'Warm-up',
    'of the run',
    [0, 0.03, 0.5],
    'The learning rate rises linearly over this share of the run.',
  ),
  finalLearningRateShare: number(
    'Final rate',
    'of the peak',
    [0, 0.1, 1],
    'The cosine decay ends at this share of the peak.',
  ),
  weightDecay: number('Weight decay', '', [0, 0.01, 1], 'Decoupled decay of all matrices.'),
  maxGradNorm: number(
    'Clip',
    'gradient norm',
    [0.01, 1, 1000],
    'Gradients longer than this are scaled down to it.',
  ),
  evalEvery: integer(
    'Evaluate every',
    'steps',
    [1, 100, 100_000],
    'How often every task is scored on held-out examples.',
  ),
  evalInstances: integer(
    'Loss examples',
    'per task',
    [1, 12, 10_000],
    'Validation examples per task for the validation loss.',
  ),
  metricInstances: integer(
    'Scored examples',
    'per task',
    [0, 6, 10_000],
    'Validation examples per task that the model must answer in words.',
  ),
} as const satisfies Record<string, NumberSetting | ChoiceSetting>;

export type SettingKey = keyof typeof settingsTable;
export type Settings = {
  readonly [K in SettingKey]: (typeof settingsTable)[K]['kind'] extends 'choice'
    ? MixingStrategy
    : number;
};

const perModel: Readonly<Record<string, Partial<Settings>>> = {
  nano: { learningRate: 6e-3 },
  mini: { learningRate: 2.5e-3 },
  small: { learningRate: 1.5e-3 },
};

/** Defaults of the table with what suits this model size. */
export function defaultSettings(modelName: string): Settings {
  const entries = Object.entries(settingsTable).map(([key, row]) => [key, row.default] as const);
  return { ...(Object.fromEntries(entries) as Settings), ...lookUp(perModel, modelName) };
}

/**
 * Settings from outside (a config file, a link): unknown keys, wrong types and values out of range
 * are refused by name; missing keys take the model's default.
 */
export function parseSettings(raw: unknown, modelName: string): Settings {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new AppError(
      'bad-setting',
      `settings: got ${JSON.stringify(raw)}, wanted an object`,
      'Write { "learningRate": 0.002, … }.',
    );
  }
  const settings: Record<string, unknown> = { ...defaultSettings(modelName) };
  for (const [key, value] of Object.entries(raw)) {
    const row = Object.hasOwn(settingsTable, key) ? settingsTable[key as SettingKey] : undefined;
    if (!row) {
      throw new AppError(
        'bad-setting',
        `settings: unknown key "${key}"`,
        `Known keys: ${Object.keys(settingsTable).join(', ')}.`,
      );
    }
    checkSetting(key, row, value);
    settings[key] = value;
  }
  return settings as Settings;
}

function checkSetting(key: string, row: NumberSetting | ChoiceSetting, value: unknown): void {
  if (row.kind === 'choice') {
    if (typeof value === 'string' && row.choices.includes(value)) return;
    throw new AppError(
      'bad-setting',
      `settings.${key}: got ${JSON.stringify(value)}`,
      `Choose one of ${row.choices.join(', ')}.`,
    );
  }
  const isFine =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= row.min &&
    value <= row.max &&
    (!row.isInteger || Number.isInteger(value));
  if (isFine) return;
  const wanted = `${row.isInteger ? 'a whole number' : 'a number'} from ${row.min} to ${row.max}`;
  throw new AppError(
    'bad-setting',
    `settings.${key}: got ${JSON.stringify(value)}, wanted ${wanted}`,
    row.help,
  );
}
