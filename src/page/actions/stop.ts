import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** Ends the run after its step; one that the worker has not got yet is taken back. */
export async function stop(app: App): Promise<void> {
  const { transport } = app;
  if (!transport.isBusy) return;
  const isSent = transport.stop();
  if (isSent && transport.running) tell(app, await transport.running.stop());
}
