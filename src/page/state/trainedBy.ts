import type { Weights } from '../../core/protocol/index.ts';
import type { TrainedBy } from './answer.svelte.ts';
import { bestApart } from './bestApart.ts';
import type { App } from './createApp.ts';

/**
 * Where the weights come from that the worker answers with as the tuned or the best ones: the tuned are those of a run on
 * its way, from its start on.
 */
export function trainedBy(
  app: Pick<App, 'engine' | 'runs' | 'progress'>,
  which: Exclude<Weights, 'base'> = 'tuned',
): TrainedBy | null {
  const { engine, runs, progress } = app;
  const best = which === 'best' ? bestApart(app) : null;
  const isOn = progress.isLive || progress.status === 'paused';
  const run = isOn ? runs.newest : runs.record(engine.tunedBy);
  return run && { runName: run.name, step: best?.step ?? run.steps.at(-1)?.step ?? 0 };
}
