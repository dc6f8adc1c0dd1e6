import type { ChannelLevel } from '../../core/protocol/index.ts';
import { mixingShares } from '../../core/sampling/mixingRates.ts';
import type { Settings } from '../../core/settings/table.ts';
import type { Channel } from './channel.svelte.ts';

/**
 * Share of each channel in the mixture by task id, summing to 1; all 0 when nothing is on.
 * @param levels of the channels, in their order
 */
export function sharesOf(
  settings: Settings,
  channels: readonly Channel[],
  levels: readonly ChannelLevel[],
): Record<string, number> {
  const shares = mixingShares(
    settings,
    channels.map(({ usedSize: size }, i) => ({
      size,
      level: levels[i]!.level,
      isOn: levels[i]!.isOn,
    })),
  );
  return Object.fromEntries(channels.map(({ id }, i) => [id, shares?.[i] ?? 0]));
}
