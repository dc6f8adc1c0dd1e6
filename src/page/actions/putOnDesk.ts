import { t } from '../i18n/texts.ts';
import type { Channel } from '../state/channel.svelte.ts';
import type { App } from '../state/createApp.ts';
import { loadTasks } from './loadTasks.ts';

/** Tasks of the library onto the desk, trained on or only watched; they are fetched at once. */
export async function putOnDesk(
  app: App,
  channels: readonly Channel[],
  isWatched = false,
): Promise<void> {
  const { desk, engine, notices } = app;
  desk.put(channels, isWatched);
  const late = channels.filter((channel) => desk.isForNextRun(channel));
  if (late.length > 0)
    notices.done(t.library.added(late.map(({ name }) => name)), t.notices.fromNextRun);
  if (await engine.ready) await loadTasks(app);
}
