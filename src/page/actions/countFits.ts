import type { App } from '../state/createApp.ts';

/** How the desk's examples would lie in rows; while a run is on the worker has other things to do. */
export async function countFits({ engine, desk, fits, transport }: App): Promise<void> {
  if (!engine.api || !engine.isReady || transport.isBusy || fits.channels.length === 0) return;
  await fits.refresh(engine.api, desk.settings);
}
