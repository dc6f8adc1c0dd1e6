import type { App } from '../state/createApp.ts';
import { train } from './train.ts';

/** Another run that starts from the tuned weights. */
export function trainOn(app: App): Promise<void> {
  if (app.engine.hasTuned) app.transport.startFrom = 'tuned';
  return train(app);
}
