import type { Settings } from '../settings/table.ts';
import type { ChannelLevel } from './tasks.ts';

/** What may move of a channel while a run is on. */
export type FaderPosition = Pick<ChannelLevel, 'taskId' | 'level' | 'isOn'>;

/** Settings that may move while a run is on. */
export type LiveSettings = Partial<Settings>;

/** What a hand does at one moment of a run; what it does not name stays as it is. */
export interface FaderMove {
  /** Steps taken before: it holds from the next batch on. */
  readonly step: number;
  readonly channels?: readonly FaderPosition[];
  readonly settings?: LiveSettings;
}

/** Moves known before a run starts, in order of their steps, one a step. */
export type FaderSchedule = readonly FaderMove[];
