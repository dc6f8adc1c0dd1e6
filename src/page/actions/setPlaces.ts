import type { Channel } from '../state/channel.svelte.ts';
import type { App } from '../state/createApp.ts';
import type { TaskPlace } from '../state/libraryView.svelte.ts';
import { putOnDesk } from './putOnDesk.ts';
import { removeChannel } from './removeChannel.ts';

/** Tasks of the library onto the desk, trained on or only watched, or off it. */
export async function setPlaces(
  app: App,
  channels: readonly Channel[],
  place: TaskPlace,
): Promise<void> {
  if (place === 'off') {
    for (const { id } of channels) removeChannel(app, id);
    return;
  }
  const isWatched = place === 'watched';
  const there = channels.filter((channel) => app.desk.isOnDesk(channel));
  app.desk.setMuted(there, isWatched);
  const added = channels.filter((channel) => !there.includes(channel));
  if (added.length > 0) await putOnDesk(app, added, isWatched);
}
