import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** Ends the run after its step; one that the worker has not got yet is taken back. */
export async function stop(app: App): Promise<void> {
  const { transport, engine } = app;
  if (!transport.isBusy) return;
  const isSent = transport.stop();
  if (isSent && engine.api) tell(app, await engine.api.stop());
}
