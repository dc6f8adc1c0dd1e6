import type { TrainedBy } from '../state/answer.svelte.ts';
import type { App } from '../state/createApp.ts';

/** Asks the base model, and the tuned one if there is one. */
export async function ask(app: App): Promise<void> {
  const { engine, tryIt } = app;
  if (!engine.api || !engine.isReady) return;
  const which = engine.hasTuned ? (['base', 'tuned'] as const) : (['base'] as const);
  await tryIt.ask(engine.api, which, () => trainedBy(app));
}

/** Where the weights come from that the worker answers with as the tuned ones: those of a run on its way, from its start on. */
function trainedBy({ engine, runs, progress }: App): TrainedBy | null {
  const isOn = progress.isLive || progress.status === 'paused';
  const run = isOn ? runs.current : runs.record(engine.tunedBy);
  return run && { runName: run.name, step: run.steps.at(-1)?.step ?? 0 };
}
