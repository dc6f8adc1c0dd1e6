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
  readonly metric: string;
  readonly size: number;
  readonly chance: number | null;
  readonly source: TaskSource;
  readonly travelBytes: number;
  level = $state(defaultLevel);
  isMuted = $state(false);
  isSolo = $state(false);
  /** At most so many of its training examples are used; null: all. */
  maxExamples = $state<number | null>(null);
  /** Of an own file: it is there on the next visit too. */
  isKept = $state(false);
  task = $state.raw<TaskInfo | null>(null);
  download = $state.raw<Download | null>(null);
  error = $state.raw<ErrorInfo | null>(null);

  constructor(listing: ChannelListing) {
    this.id = listing.id;
    this.#name = listing.name;
    this.cluster = listing.cluster;
    this.metric = listing.metric;
    this.size = listing.size;
    this.chance = listing.chance ?? null;
    this.source = listing.source;
    this.travelBytes = listing.travelBytes ?? 0;
  }

  /** Training examples that a run may draw. */
  get usedSize(): number {
    return Math.min(this.size, this.maxExamples ?? Infinity);
  }

  /** Its place on the desk, as data. */
  get place(): DeskTask {
    const { id, level, isMuted, maxExamples } = this;
    return { id, level, isMuted, ...(maxExamples !== null && { maxExamples }) };
  }

  set place({ level, isMuted, maxExamples }: Omit<DeskTask, 'id'>) {
    this.level = level;
    this.isMuted = isMuted;
    this.maxExamples = maxExamples ?? null;
  }

  get name(): string {
    return this.isOwn ? this.#name : taskName(this.id, this.#name);
  }

  get isOwn(): boolean {
    return this.source.kind === 'file';
  }
}
