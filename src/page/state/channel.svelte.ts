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

/** Fader, mute and solo of a channel, as stored between visits. */
export interface ChannelPosition {
  readonly level: number;
  readonly isMuted: boolean;
}

/** One task on the desk. */
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
  task = $state.raw<TaskInfo | null>(null);
  download = $state.raw<Download | null>(null);
  error = $state.raw<ErrorInfo | null>(null);

  constructor(listing: ChannelListing, position?: ChannelPosition) {
    this.id = listing.id;
    this.#name = listing.name;
    this.cluster = listing.cluster;
    this.metric = listing.metric;
    this.size = listing.size;
    this.chance = listing.chance ?? null;
    this.source = listing.source;
    this.travelBytes = listing.travelBytes ?? 0;
    if (position) {
      this.level = position.level;
      this.isMuted = position.isMuted;
    }
  }

  get name(): string {
    return this.isOwn ? this.#name : taskName(this.id, this.#name);
  }

  get isOwn(): boolean {
    return this.source.kind === 'file';
  }
}
