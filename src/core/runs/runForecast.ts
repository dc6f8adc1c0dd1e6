import { nStepsOf } from '../levers/trainingLength.ts';
import type { ChannelLevel, EngineInfo, ModelInfo, TaskInfo } from '../protocol/index.ts';
import type { Settings } from '../settings/table.ts';
import { epochsAhead } from './epochsAhead.ts';
import { fittingBatch, memoryEstimate, type MemoryEstimate } from './memoryEstimate.ts';

/** What a run will take, told before it starts. */
export interface RunForecast {
  readonly nSteps: number;
  /** Token positions that it trains on. */
  readonly tokens: number;
  /** Null for a model that does not tell its sizes. */
  readonly memory: MemoryEstimate | null;
  /** The largest batch that fits, where the one that is asked for does not; 0 where none does. */
  readonly fittingBatch: number | null;
  /** Of the tasks that are trained, by id. */
  readonly epochs: Readonly<Record<string, number>>;
}

export interface ForecastInputs {
  readonly settings: Settings;
  readonly channels: readonly ChannelLevel[];
  readonly tasks: readonly Pick<TaskInfo, 'id' | 'wordings' | 'samples' | 'counts'>[];
  readonly model: ModelInfo | null;
  readonly engine: Pick<EngineInfo, 'limits'> | null;
}

export function runForecast({
  settings,
  channels,
  tasks,
  model,
  engine,
}: ForecastInputs): RunForecast {
  const { batchSize, seqLen } = settings;
  const nSteps = nStepsOf(settings);
  const { activationWords } = model ?? {};
  const words = model && activationWords !== undefined ? { ...model, activationWords } : null;
  const largest = words && engine?.limits ? fittingBatch(words, settings, engine.limits) : Infinity;
  return {
    nSteps,
    tokens: nSteps * batchSize * seqLen,
    memory: words && memoryEstimate(words, settings),
    fittingBatch: batchSize > largest ? largest : null,
    epochs: epochsAhead(settings, channels, tasks),
  };
}
