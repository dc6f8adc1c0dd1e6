import { tick, untrack } from 'svelte';
import type { Channel } from '../../../state/channel.svelte.ts';
import type { Desk } from '../../../state/desk.svelte.ts';
import type { StripsView } from '../../../state/stripsView.svelte.ts';

/** More than a hand puts on the desk at once: a preset, of which no strip is news. */
const mostByHand = 3;

/**
 * Brings the strip of a task that has come or failed into view, and marks it.
 * Call while a component is set up.
 * @param list where the strips are drawn
 */
export function markChanges(
  desk: Desk,
  view: StripsView,
  list: () => HTMLElement | undefined,
): void {
  let before: readonly string[] = [];
  let failedBefore: readonly string[] = [];

  $effect(() => {
    const ids = desk.channels.map(({ id }) => id);
    const failed = desk.channels.filter(({ error }) => error).map(({ id }) => id);
    const newlyFailed = failed.find((id) => !failedBefore.includes(id));
    const come = ids.filter((id) => !before.includes(id));
    const isByHand =
      before.length > 0 && before.every((id) => ids.includes(id)) && come.length <= mostByHand;
    const news = newlyFailed ?? (isByHand ? come[0] : undefined);
    before = ids;
    failedBefore = failed;
    const channel = desk.channels.find(({ id }) => id === news);
    if (channel) untrack(() => void show(channel));
  });

  async function show(channel: Channel): Promise<void> {
    view.query = '';
    desk.uncover(channel);
    view.marked = channel.id;
    await tick();
    const strip = list()?.querySelector(`[data-strip="${CSS.escape(channel.id)}"]`);
    strip?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}
