import { AppError } from '../errors.ts';
import type { Settings } from '../settings.ts';

/** Where a fader stands until a hand moves it. */
export const defaultLevel = 50;

export interface RatedChannel {
  /** Training examples of the task, e_m. */
  readonly size: number;
  /** Fader position, 0–100. */
  readonly level: number;
  /** False when muted or not soloed. */
  readonly isOn: boolean;
}

type RateSettings = Pick<Settings, 'strategy' | 'cap' | 'mixingTemperature'>;

/**
 * Mixing rates p_m per example, Σ p = 1; a channel that is off has rate 0.
 *
 * - `faders`: p ∝ level
 * - `equal`: p = 1/M
 * - `proportional`: p ∝ e_m
 * - `capped`: p ∝ min(e_m, K) (T5, Raffel et al. 2020, section 3.5.2; FLAN with K = 3,000)
 * - `temperature`: p ∝ min(e_m, K)^(1/T), capped before the root as seqio does
 */
export function mixingRates(settings: RateSettings, channels: readonly RatedChannel[]): number[] {
  const weights = channels.map((channel) => (channel.isOn ? weightOf(settings, channel) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) {
    throw new AppError(
      'nothing-to-train',
      `mixture: none of ${channels.length} channels is open, so there is nothing to draw from`,
      'Unmute a channel and raise its fader.',
    );
  }
  return weights.map((weight) => weight / total);
}

function weightOf(settings: RateSettings, channel: RatedChannel): number {
  const { strategy, cap, mixingTemperature } = settings;
  if (channel.size === 0) return 0;
  switch (strategy) {
    case 'faders':
      return Math.max(0, channel.level);
    case 'equal':
      return 1;
    case 'proportional':
      return channel.size;
    case 'capped':
      return Math.min(channel.size, cap);
    case 'temperature':
      return Math.min(channel.size, cap) ** (1 / mixingTemperature);
    default:
      return strategy satisfies never;
  }
}
