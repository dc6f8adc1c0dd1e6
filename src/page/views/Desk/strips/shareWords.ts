import { formatShare } from '../../../i18n/format.ts';
import { t } from '../../../i18n/texts.ts';
import type { Strip } from '../../../state/strip.svelte.ts';

/** A strip's share of the mixture, or why it has none. */
export function shareWords(
  strip: Pick<Strip, 'hasError' | 'bus' | 'isAudible' | 'isWatched' | 'isForNextRun' | 'share'>,
): string {
  if (strip.hasError && strip.bus === null) return t.strips.notLoaded;
  if (strip.isWatched) return t.strips.watched;
  if (!strip.isAudible) return t.desk.silent;
  return strip.isForNextRun ? t.desk.nextRun : formatShare(strip.share);
}
