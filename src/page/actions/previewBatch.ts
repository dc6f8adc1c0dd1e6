import type { App } from '../state/createApp.ts';

/** The very next batch, as the worker would build it now. */
export async function previewBatch({ engine, desk, nextBatch }: App): Promise<void> {
  const isLoaded = desk.channels.some((channel) => channel.task);
  if (!engine.api || !engine.isReady || !isLoaded || !desk.hasMix) return;
  await nextBatch.refresh(engine.api, desk.settings, desk.levels);
}
