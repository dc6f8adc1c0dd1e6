import type { Channel } from '../state/channel.svelte.ts';
import type { App } from '../state/createApp.ts';
import { notReady } from '../state/engine.svelte.ts';
import { loadTasks } from '../state/loadTasks.ts';

/** Opens a task of the library in the Data view: it is fetched if it is not here, its first rows and its lengths are asked for. */
export async function lookInto(app: App, channel: Channel): Promise<void> {
  const { dataView, desk, engine } = app;
  dataView.texts = null;
  dataView.textsError = null;
  const isReady = await engine.ready;
  const { api } = engine;
  const isCurrent = (): boolean => dataView.shown === channel && engine.api === api;
  if (!isCurrent()) return;
  if (!api || !isReady) {
    dataView.textsError = notReady;
    return;
  }
  if (!channel.task) await loadTasks(api, [channel], app.library.bundles, isCurrent);
  if (!channel.task || !isCurrent()) return;
  const { seqLen } = desk.settings;
  await dataView.table.show({ taskId: channel.id, seqLen });
  const texts = await api.texts(channel.id, seqLen);
  if (!isCurrent()) return;
  dataView.texts = texts.ok ? texts.value : null;
  dataView.textsError = texts.ok ? null : texts.error;
}
