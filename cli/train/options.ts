import { env } from 'node:process';
import { parseArgs } from 'node:util';
import { defaultHub, hubAddress } from '../../src/core/hub/hubAddress.ts';
import { metricNames } from '../../src/core/metrics/index.ts';
import { modelNames, type ModelName } from '../../src/core/models.ts';
import type { BackendName } from '../../src/core/protocol/index.ts';
import { type ColumnMapping, mappableRoles } from '../../src/core/tasks/columnMapping.ts';
import { columnOption } from './columnOption.ts';
import { settingsHelp } from './settingsHelp.ts';
import { UsageError } from './usageError.ts';

export const usage = `Usage: npm run train -- (--preset ID | --desk FILE.json | --config FILE.json | --replay RECORD.json)
         --out run.json
       npm run train -- --resume run.json
         [--backend webgpu|wasm|cpu] [--model ${modelNames.join('|')}] [--set KEY=VALUE...] [--metric TASK=NAME...] [--tasks PATH...]
         [--columns ROLE=NAME,...] [--instruction TEXT]

  --preset   one of the page's presets, as Train means it there: see public/presets/
  --desk     a mix that the page has saved as a file
  --config   what to train: see cli/train/configs/
  --replay   a run record to do again, moved faders included; its losses are compared to the bit
  --resume   the record of a run that was stopped, killed or cut off: it goes on from its last checkpoint
             (run.json.checkpoint, every half a minute), to the bit; give its --tasks again
  --out      where the run record goes
  --backend  engine to use; without it the best one found
  --model    overrides the model of the configuration or desk
  --set      one setting, before the configuration's or desk's; it may be given again
  --metric   the metric that scores a task instead of its own: ${metricNames.join(', ')}; it may be given again
  --tasks    task files or folders of your own (JSON, JSONL, CSV, Parquet, gzipped or not; YAML prompts or FLAN templates with their rows), added
             to the configuration's or desk's; what is no path and reads
             owner/name[@revision][:configuration[/split]] is a dataset of the hub, by its Parquet files
  --hub      address of that hub, else HF_ENDPOINT, else ${defaultHub}; HF_TOKEN is sent to it alone
  --columns  which column is what in those whose names do not say it, such as input=review,output=label;
             roles: ${mappableRoles.join(', ')}
  --instruction  what is asked of every row of files read by --columns

Settings:
${settingsHelp()}`;

const sourceKinds = ['preset', 'desk', 'config', 'replay', 'resume'] as const;
export type SourceKind = (typeof sourceKinds)[number];

export interface CliOptions {
  /** A preset's id, or the path of a saved desk, a configuration, a record to replay or to go on with. */
  readonly from: { readonly kind: SourceKind; readonly path: string };
  readonly out: string;
  readonly backend: BackendName | 'auto';
  readonly model: ModelName | undefined;
  readonly tasks: readonly string[];
  /** Of task files whose columns' names do not say what they are. */
  readonly mapping: ColumnMapping | undefined;
  /** Address of the hub that names among `tasks` are looked up at. */
  readonly hub: string;
  /** Settings by key, still as text. */
  readonly set: Readonly<Record<string, string>>;
  /** Names of metrics by task id. */
  readonly metrics: Readonly<Record<string, string>>;
}

/** Options from the command line; null when help was asked for. */
export function parseOptions(args: readonly string[]): CliOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const tasks = values.tasks ?? [];
  if (tasks.length === 0 && positionals.length > 0) {
    throw new UsageError(`What is "${positionals[0]}"? Task files follow --tasks.`);
  }
  const from = sourceOf(values);
  return {
    from,
    out: from.kind === 'resume' ? from.path : required('out', values.out),
    backend: choice('backend', values.backend, ['webgpu', 'wasm', 'cpu'] as const) ?? 'auto',
    model: choice('model', values.model, modelNames),
    tasks: [...tasks, ...positionals],
    mapping: columnOption(values.columns, values.instruction),
    hub: hubOf(values.hub ?? env['HF_ENDPOINT'] ?? defaultHub),
    set: pairs('set', values.set, 'KEY=VALUE such as learningRate=0.004'),
    metrics: pairs('metric', values.metric, 'TASK=NAME such as sum_story=chrF'),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        desk: { type: 'string' },
        config: { type: 'string' },
        replay: { type: 'string' },
        resume: { type: 'string' },
        out: { type: 'string' },
        backend: { type: 'string' },
        model: { type: 'string' },
        tasks: { type: 'string', multiple: true },
        hub: { type: 'string' },
        set: { type: 'string', multiple: true },
        metric: { type: 'string', multiple: true },
        columns: { type: 'string', multiple: true },
        instruction: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** @throws UsageError where there is none, two, or what a replay has no use for. */
function sourceOf(values: ReturnType<typeof parse>['values']): CliOptions['from'] {
  const [kind, other] = sourceKinds.filter((one) => values[one]);
  if (kind === undefined)
    throw new UsageError(`--${sourceKinds.join(', --')}: one of them is missing.`);
  if (other !== undefined) throw new UsageError(`--${other} and --${kind}: give one of them.`);
  const moved = (['model', 'set', 'metric'] as const).find((one) => values[one]);
  if (kind === 'replay' && moved) {
    throw new UsageError(`--replay and --${moved}: a replay does what its record says.`);
  }
  const alone = moved ?? (values.out && 'out');
  if (kind === 'resume' && alone) {
    throw new UsageError(`--resume and --${alone}: a run goes on as it began.`);
  }
  return { kind, path: values[kind]! };
}

function pairs(
  option: string,
  texts: readonly string[] = [],
  wanted: string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at > 0) return [text.slice(0, at), text.slice(at + 1)] as const;
      throw new UsageError(`--${option}: got "${text}", wanted ${wanted}.`);
    }),
  );
}

function hubOf(text: string): string {
  try {
    return hubAddress(text);
  } catch {
    throw new UsageError(`--hub: got "${text}", wanted an address such as ${defaultHub}.`);
  }
}

function required(name: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`--${name} is missing.`);
  return value;
}

function choice<T extends string>(
  name: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((known) => known === value);
  if (!found) throw new UsageError(`--${name}: got "${value}", wanted ${choices.join(', ')}.`);
  return found;
}
