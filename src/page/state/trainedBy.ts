import type { TrainedBy } from './answer.svelte.ts';
import type { App } from './createApp.ts';

/** Where the weights come from that the worker answers with as the tuned ones: those of a run on its way, from its start on. */
export function trainedBy({
  engine,
  runs,
  progress,
}: Pick<App, 'engine' | 'runs' | 'progress'>): TrainedBy | null {
  const isOn = progress.isLive || progress.status === 'paused';
  const run = isOn ? runs.newest : runs.record(engine.tunedBy);
  return run && { runName: run.name, step: run.steps.at(-1)?.step ?? 0 };
}
