import type { TaskInfo, Weights } from '../../core/protocol/index.ts';
import { bestApart } from '../state/bestApart.ts';
import type { App } from '../state/createApp.ts';
import { trainedBy } from '../state/trainedBy.ts';
import type { AskedColumn, Asking } from '../state/tryIt.svelte.ts';

/** Asks the base model, the tuned one if there is one, and the best one where that is another. */
export async function ask(app: App): Promise<void> {
  const asking = askingOf(app);
  const which = app.tryIt.columns
    .map(({ weights }) => weights)
    .filter((weights) => isThere(app, weights));
  if (asking) await app.tryIt.ask(asking, which);
}

/** Another token in one place of an answer: the model goes on from there. */
export async function continueWith(
  app: App,
  column: AskedColumn,
  at: number,
  id: number,
): Promise<void> {
  const asking = askingOf(app);
  if (asking) await app.tryIt.continueWith(asking, column, at, id);
}

/** Null while there is no model to ask. */
export function askingOf(app: App): Asking | null {
  const { api, isReady } = app.engine;
  if (!api || !isReady) return null;
  const metricOf = ({ id, metric }: TaskInfo): string =>
    app.desk.library.find(id)?.metric ?? metric;
  return { api, trainedBy: (which) => trainedBy(app, which), metricOf };
}

const isThere = (app: App, weights: Weights): boolean =>
  weights === 'base' || (weights === 'tuned' ? app.engine.hasTuned : bestApart(app) !== null);
