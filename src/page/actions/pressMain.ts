import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';
import { train } from './train.ts';

/** The big button, and the Space key: train, pause what runs, carry on what is paused. */
export async function pressMain(app: App): Promise<void> {
  const { transport, progress, engine } = app;
  if (!transport.isBusy) return train(app);
  if (!engine.api) return;
  if (progress.status === 'paused') tell(app, await engine.api.resume());
  else if (progress.isLive) tell(app, await engine.api.pause());
}
