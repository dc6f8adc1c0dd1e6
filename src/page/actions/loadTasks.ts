import { errorWords } from '../i18n/errorWords.ts';
import { t } from '../i18n/texts.ts';
import type { Channel } from '../state/channel.svelte.ts';
import type { App } from '../state/createApp.ts';
import type { Desk } from '../state/desk.svelte.ts';
import { loadTasks as loadInto } from '../state/loadTasks.ts';

/** The loading that is under way in each app. */
const underWay = new WeakMap<App, Promise<boolean>>();

/** The tasks on the desk; callers that come while it runs share the one loading, and so do tasks. */
export function loadTasks(app: App): Promise<boolean> {
  const shared = underWay.get(app);
  if (shared) return shared;
  const loading = load(app).finally(() => underWay.delete(app));
  underWay.set(app, loading);
  return loading;
}

async function load(app: App): Promise<boolean> {
  const { engine, desk, library, tryIt } = app;
  const { api } = engine;
  if (!api) return false;
  const isCurrent = (): boolean => api === engine.api;
  const asked = new Set<Channel>();
  // What is put on the desk while the others are on their way is fetched as well.
  for (let next = notAsked(desk, asked); next.length > 0; next = notAsked(desk, asked)) {
    for (const channel of next) asked.add(channel);
    await loadInto(api, next, library.bundles, isCurrent);
  }
  const first = desk.channels.find((channel) => channel.task)?.task;
  if (first && !tryIt.task && tryIt.instruction === '') tryIt.choose(first);
  tellNotLoaded(app);
  return isCurrent() && desk.channels.every(({ task }) => task !== null);
}

const notAsked = ({ channels }: Desk, asked: ReadonlySet<Channel>): readonly Channel[] =>
  channels.filter((channel) => !channel.task && !asked.has(channel));

function tellNotLoaded(app: App): void {
  const failed = app.desk.channels.filter(({ error }) => error !== null);
  const first = failed[0]?.error;
  if (!first) return;
  const names = failed.map(({ name }) => name);
  app.notices.failed(t.desk.notLoadedOf(names), errorWords(first).message, {
    label: t.desk.retry,
    run: () => void loadTasks(app),
  });
}
