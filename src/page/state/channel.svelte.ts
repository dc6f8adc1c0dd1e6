import type { DeskTask } from '../../core/desk/deskSetup.ts';
import type { ErrorInfo } from '../../core/errors.ts';
import type { Download, TaskInfo, TaskSource } from '../../core/protocol/index.ts';
import { defaultLevel } from '../../core/sampling/mixingRates.ts';
import { taskName } from '../i18n/names.ts';

/** What is known of a channel before its task is loaded. */
export interface ChannelListing {
  readonly id: string;
  readonly name: string;
  readonly cluster: string;
  readonly metric: string;
  /** Training examples, which proportional mixing counts. */
  readonly size: number;
  /** What is scored without understanding, 0–100: the better of the most frequent answer and a random one; null or left out where nobody knows. */
  readonly chance?: number | null;
  readonly source: TaskSource;
  /** What its download takes; nothing for own data. */
  readonly travelBytes?: number;
}

/** One task of the library; fader, mute and solo are its own while it is on the desk. */
export class Channel {
  readonly id: string;
  readonly #name: string;
  readonly cluster: string;
  /** Of its task: what scores it unless a hand chooses another. */
  readonly ownMetric: string;
  readonly size: number;
  readonly #chance: number | null;
  readonly source: TaskSource;
  readonly travelBytes: number;
  level = $state(defaultLevel);
  isMuted = $state(false);
  isSolo = $state(false);
  /** At most so many of its training examples are used; null: all. */
  maxExamples = $state<number | null>(null);
  /** The metric that scores it instead of its own; null: its own. */
  chosenMetric = $state<string | null>(null);
  /** Of an own file: it is there on the next visit too. */
  isKept = $state(false);
  task = $state.raw<TaskInfo | null>(null);
  download = $state.raw<Download | null>(null);
  error = $state.raw<ErrorInfo | null>(null);

  constructor(listing: ChannelListing) {
    this.id = listing.id;
    this.#name = listing.name;
    this.cluster = listing.cluster;
    this.ownMetric = listing.metric;
    this.size = listing.size;
    this.#chance = listing.chance ?? null;
    this.source = listing.source;
    this.travelBytes = listing.travelBytes ?? 0;
  }

  /** Training examples that a run may draw. */
  get usedSize(): number {
    return Math.min(this.size, this.maxExamples ?? Infinity);
  }

  get metric(): string {
    return this.chosenMetric ?? this.ownMetric;
  }

  /** What is scored without understanding, 0–100; null where nobody knows, as by another metric than its own. */
  chanceBy(metric: string): number | null {
    return metric === this.ownMetric ? this.#chance : null;
  }

  /** By the metric that scores it in the next run. */
  get chance(): number | null {
    return this.chanceBy(this.metric);
  }

  /** Its place on the desk, as data. */
  get place(): DeskTask {
    const { id, level, isMuted, maxExamples, chosenMetric: metric } = this;
    return {
      id,
      level,
      isMuted,
      ...(maxExamples !== null && { maxExamples }),
      ...(metric !== null && { metric }),
      ...(this.source.kind === 'hub' && { hub: this.source.name }),
    };
  }

  set place({ level, isMuted, maxExamples, metric }: Omit<DeskTask, 'id'>) {
    this.level = level;
    this.isMuted = isMuted;
    this.maxExamples = maxExamples ?? null;
    this.chosenMetric = metric ?? null;
  }

  get name(): string {
    return this.isOwn ? this.#name : taskName(this.id, this.#name);
  }

  get isOwn(): boolean {
    return this.source.kind !== 'builtIn';
  }
}
