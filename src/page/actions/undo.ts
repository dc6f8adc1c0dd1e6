import type { DeskState } from '../../core/desk/deskChange.ts';
import type { App } from '../state/createApp.ts';
import { useDesk } from './useDesk.ts';

/** Takes back what the hand did last. A run that is on hears of it as of any other move. */
export async function undo(app: App): Promise<void> {
  const to = app.history.undo();
  // The history goes first: what then changes on the desk is no new step.
  if (to && !(await put(app, to))) app.history.redo();
}

/** Does again what was taken back last. */
export async function redo(app: App): Promise<void> {
  const to = app.history.redo();
  if (to && !(await put(app, to))) app.history.undo();
}

const put = (app: App, { setup, solos }: DeskState): Promise<boolean> => useDesk(app, setup, solos);
