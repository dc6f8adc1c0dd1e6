import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** While paused: one training step. */
export async function stepOnce(app: App): Promise<void> {
  if (app.engine.api) tell(app, await app.engine.api.stepOnce());
}
