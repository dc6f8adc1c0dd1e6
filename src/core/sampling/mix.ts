import { mixingRates, type MixSettings, samplerNamed } from './mixingRates.ts';
import { nothingSeen, type RatedChannel, type Sampler, type Seen } from './sampler.ts';

/** The mixture of a run on its way: what the channels, and the losses seen so far, make of it. */
export interface Mix {
  /** Share of each task, summing to 1; 0 for muted ones. */
  readonly rates: readonly number[];
  /** New faders. @throws AppError 'nothing-to-train'; the old ones stay. */
  setChannels(channels: readonly RatedChannel[]): void;
  /** Losses of a step that is over, in the order of the steps: loss sums and answer tokens by task. */
  note(lossSums: readonly number[], tokensByTask: readonly number[]): void;
  /** Whether the sampler looks at what has been seen after this step. */
  isDue(step: number): boolean;
  /** Such a look, once the losses of all steps before are noted; true when the mixture changed. */
  look(step: number, drawnByTask: readonly number[]): boolean;
  /** Another mix of the same settings and of the channels as they stand goes on from it with the same rates. */
  state(): MixState;
}

/** What an adaptive sampler has seen; with settings and channels it decides the rates. */
export interface MixState {
  /** At the last look. */
  readonly seen: Seen;
  /** Since then. */
  readonly window: Window;
}

export interface MixOptions {
  readonly settings: MixSettings;
  readonly channels: readonly RatedChannel[];
  readonly nSteps: number;
  readonly samplers: readonly Sampler[];
  /** Where it goes on; from the beginning if left out. */
  readonly from?: MixState;
}

/** @throws AppError 'nothing-to-train', or 'bad-setting' for an unknown strategy. */
export function createMix({ settings, nSteps, samplers, ...asked }: MixOptions): Mix {
  const every = samplerNamed(settings.strategy, samplers).everyNSteps?.(settings);
  let { channels } = asked;
  let seen = asked.from?.seen ?? nothingSeen(channels.length, nSteps);
  let rates: readonly number[] = mixingRates(settings, channels, seen, samplers);
  let window = asked.from?.window ?? emptyWindow(channels.length);
  return {
    get rates() {
      return rates;
    },
    setChannels(next) {
      rates = mixingRates(settings, next, seen, samplers);
      channels = next;
    },
    note(lossSums, tokensByTask) {
      window = window.map(({ loss, tokens }, m) => ({
        loss: loss + lossSums[m]!,
        tokens: tokens + tokensByTask[m]!,
      }));
    },
    isDue: (step) => every !== undefined && step < nSteps && step % every === 0,
    look(step, drawnByTask) {
      seen = { step, nSteps, drawnByTask, lossByTask: lossesOf(window, seen) };
      window = emptyWindow(channels.length);
      const before = rates;
      rates = mixingRates(settings, channels, seen, samplers);
      return rates.some((rate, m) => rate !== before[m]);
    },
    state: () => ({ seen, window }),
  };
}

/** Sums over the steps since the last look, by task. */
type Window = readonly { readonly loss: number; readonly tokens: number }[];

const emptyWindow = (nTasks: number): Window =>
  Array.from({ length: nTasks }, () => ({ loss: 0, tokens: 0 }));

const lossesOf = (window: Window, before: Seen): (number | null)[] =>
  window.map(({ loss, tokens }, m) => (tokens > 0 ? loss / tokens : before.lossByTask[m]!));
