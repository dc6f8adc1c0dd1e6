import type { SettingRows, ValuesOf } from '../settingRows.ts';

/** What a sampler knows of a channel. */
export interface RatedChannel {
  /** Training examples of the task, e_m. */
  readonly size: number;
  /** Weight by the faders, 0–200 (`ChannelLevel`). */
  readonly level: number;
  /** False when muted or not soloed. */
  readonly isOn: boolean;
}

/** All that a sampler may depend on beside channels and settings, so that a replay draws the same. */
export interface Seen {
  /** Steps taken. */
  readonly step: number;
  readonly nSteps: number;
  /** Training examples drawn so far, by channel. */
  readonly drawnByTask: readonly number[];
  /**
   * Mean training loss of an answer token, nats, over the steps since the last look; the value before
   * for a task that these steps did not hold, null for one that no step has held yet.
   */
  readonly lossByTask: readonly (number | null)[];
}

/** Before the first step. */
export const nothingSeen = (nChannels: number, nSteps: number): Seen => ({
  step: 0,
  nSteps,
  drawnByTask: new Array<number>(nChannels).fill(0),
  lossByTask: new Array<null>(nChannels).fill(null),
});

/** One way to set the mixture. */
export interface Sampler<R extends SettingRows = SettingRows> {
  readonly name: string;
  /** The settings that it reads: its knobs on the desk. */
  readonly rows: R;
  /** p_m up to a factor, at least 0, one a channel; those of silent or empty channels are ignored. */
  weights(channels: readonly RatedChannel[], settings: ValuesOf<R>, seen: Seen): readonly number[];
  /** Steps between two looks at what has been seen; without it the mixture is set once. */
  everyNSteps?(settings: ValuesOf<R>): number;
}
