import { errorWords } from '../i18n/errorWords.ts';
import { t } from '../i18n/texts.ts';
import type { TaskInfo } from '../../core/protocol/index.ts';
import type { App } from '../state/createApp.ts';
import { loadTasks } from '../state/loadTasks.ts';

/** Puts a task's first example on the sheet of Try it, whether or not the task is on the desk. */
export async function askAbout(app: App, id: string): Promise<void> {
  const task = await loaded(app, id);
  if (task) app.tryIt.choose(task);
}

/** Puts the question of Try it in a task's wording number `index`. */
export async function askInWordsOf(app: App, id: string, index: number): Promise<void> {
  const task = await loaded(app, id);
  if (task) app.tryIt.askWith(task, index);
}

/** A task of the library, fetched if it is not there yet; null, and told, where that fails. */
async function loaded({ library, engine, notices }: App, id: string): Promise<TaskInfo | null> {
  const channel = library.find(id);
  const { api } = engine;
  if (channel && !channel.task && api) {
    await loadTasks(api, [channel], library.bundles, () => api === engine.api);
  }
  if (channel?.error) {
    notices.failed(t.desk.notLoadedOf([channel.name]), errorWords(channel.error).message);
  }
  return channel?.task ?? null;
}
