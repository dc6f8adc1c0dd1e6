import type { FaderPosition, Weights } from '../../core/protocol/index.ts';
import type { RunningExperiment } from '../../core/runs/runExperiment.ts';
import type { Settings } from '../../core/settings/table.ts';

/**
 * Where the hand on Train and Stop has brought things: `asked` while engine, model or tasks are still on
 * their way, `sent` when the worker has the run, `stopping` until it has ended it.
 */
export type TransportPhase = 'free' | 'asked' | 'sent' | 'stopping';

/** What was pressed, before and beside what the worker says of it. */
export class Transport {
  phase = $state<TransportPhase>('free');
  /** What the next run starts from, where there is a choice. */
  startFrom = $state<Exclude<Weights, 'best'>>('base');
  /** What stands in the field of the learning rate, where that is none. */
  badRate = $state<string | null>(null);
  /** Faders and settings as the run on its way knows them. */
  levelsInUse: readonly FaderPosition[] = [];
  settingsInUse: Settings | null = null;
  /** The run that the worker has, or had last. */
  running: RunningExperiment | null = null;
  /** Counts presses of Train and Stop: a run that was taken back must not start later. */
  #presses = 0;

  readonly isBusy: boolean = $derived(this.phase !== 'free');

  /** Train was pressed. The number is this press's, for `isWanted`. */
  ask(): number {
    this.phase = 'asked';
    return ++this.#presses;
  }

  /** False once the run has been taken back. */
  isWanted(press: number): boolean {
    return press === this.#presses;
  }

  /** The worker gets the run, with these values. */
  send(levels: readonly FaderPosition[], settings: Settings): void {
    this.phase = 'sent';
    this.levelsInUse = levels;
    this.settingsInUse = settings;
  }

  /** Stop was pressed. True when the worker has to be told. */
  stop(): boolean {
    const isSent = this.phase !== 'asked';
    if (!isSent) this.#presses++;
    this.phase = isSent ? 'stopping' : 'free';
    return isSent;
  }

  free(): void {
    this.phase = 'free';
  }
}
