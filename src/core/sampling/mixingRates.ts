import { AppError } from '../errors.ts';
import type { SettingValue } from '../settingRows.ts';
import { samplers as shipped } from './index.ts';
import { nothingSeen, type RatedChannel, type Sampler, type Seen } from './sampler.ts';

/** Where a fader stands until a hand moves it. */
export const defaultLevel = 50;

/** Which sampler, and what the samplers read. */
export interface MixSettings {
  readonly strategy: string;
  readonly [key: string]: SettingValue;
}

/** @throws AppError 'bad-setting' for a strategy that is not in the list. */
export function samplerNamed(name: string, samplers: readonly Sampler[] = shipped): Sampler {
  const sampler = samplers.find((one) => one.name === name);
  if (sampler) return sampler;
  const known = samplers.map((one) => one.name);
  throw new AppError('bad-setting', 'unknownChoice', { setting: 'strategy', got: name, known });
}

/**
 * Mixing rates p_m per example, Σ p = 1; a channel that is off or empty has rate 0. null when none is
 * left to draw from.
 */
export function mixingShares(
  settings: MixSettings,
  channels: readonly RatedChannel[],
  seen: Seen = nothingSeen(channels.length, 0),
  samplers: readonly Sampler[] = shipped,
): number[] | null {
  const asked = samplerNamed(settings.strategy, samplers).weights(channels, settings, seen);
  const weights = channels.map(({ isOn, size }, m) => (isOn && size > 0 ? asked[m]! : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : null;
}

/** As `mixingShares`. @throws AppError 'nothing-to-train' when there is nothing to draw from. */
export function mixingRates(...asked: Parameters<typeof mixingShares>): number[] {
  const shares = mixingShares(...asked);
  if (shares) return shares;
  throw new AppError('nothing-to-train', 'allClosed', { nChannels: asked[1].length });
}
