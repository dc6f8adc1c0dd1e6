import { errorWords } from '../i18n/errorWords.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { loadTasks as loadInto } from '../state/loadTasks.ts';

/** The loading that is under way in each app. */
const underWay = new WeakMap<App, Promise<boolean>>();

/** All channels' tasks; callers that come while it runs share the one loading. */
export function loadTasks(app: App): Promise<boolean> {
  const shared = underWay.get(app);
  if (shared) return shared;
  const loading = load(app).finally(() => underWay.delete(app));
  underWay.set(app, loading);
  return loading;
}

async function load(app: App): Promise<boolean> {
  const { engine, desk, tryIt } = app;
  const { api } = engine;
  if (!api) return false;
  const isCurrent = (): boolean => api === engine.api;
  const allLoaded = await loadInto(api, desk.channels, desk.bundles, isCurrent);
  const first = desk.channels.find((channel) => channel.task)?.task;
  if (first && !tryIt.task && tryIt.instruction === '') tryIt.choose(first);
  tellNotLoaded(app);
  return allLoaded;
}

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
