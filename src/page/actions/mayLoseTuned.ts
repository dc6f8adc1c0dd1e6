import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { isTunedKept } from '../state/unsavedWork.ts';

/** Tuned weights live in the engine, for the model that it holds: asks before they go. */
export async function mayLoseTuned(app: App, deed: string): Promise<boolean> {
  const { engine, desk, runs, question } = app;
  if (!engine.hasTuned) return true;
  const run = runs.record(engine.tunedBy)?.name ?? '';
  const words = isTunedKept(app) ? t.engine.leaveTuned : t.engine.loseTuned;
  return question.ask({ ...words(desk.modelName, run), yes: deed });
}
