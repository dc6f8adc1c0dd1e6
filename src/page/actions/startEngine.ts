import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import type { BackendChoice } from '../state/engine.svelte.ts';
import { loadTasks } from './loadTasks.ts';
import { mayLoseTuned } from './mayLoseTuned.ts';

/** Starts a fresh engine on the chosen backend; what the old one held must be loaded again. */
export async function startEngine(app: App): Promise<boolean> {
  const { engine, desk, library, transport, tryIt, exam, world } = app;
  for (const channel of library.tasks) channel.task = null;
  tryIt.clearAnswers();
  exam.leave();
  transport.startFrom = 'base';
  const isReady = await engine.start(world.baseUrl, desk.modelName);
  tellEngineError(app);
  return isReady;
}

/** Shows why the engine failed, if it did, with a way out. */
export function tellEngineError(app: App): void {
  const { engine, notices } = app;
  if (!engine.error) return;
  notices.error(engine.error, { label: t.engine.restart, run: () => void restart(app) });
}

/** Asks before a run that answers, or tuned weights, are lost. */
async function mayEnd(app: App): Promise<boolean> {
  const { engine, transport, question, runs } = app;
  if (engine.isSilent) return true;
  if (!transport.isBusy) return mayLoseTuned(app, t.engine.restart);
  const words = t.engine.endRun(runs.newest?.name ?? '');
  return question.ask({ ...words, yes: t.engine.restart });
}

/** A fresh engine, on another backend if one is given, with the tasks of the desk. */
export async function restart(
  app: App,
  backend: BackendChoice = app.engine.backend,
): Promise<void> {
  if (!(await mayEnd(app))) return;
  app.engine.backend = backend;
  if (await startEngine(app)) await loadTasks(app);
}
