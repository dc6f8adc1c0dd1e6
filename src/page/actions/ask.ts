import type { TaskInfo } from '../../core/protocol/index.ts';
import type { App } from '../state/createApp.ts';
import { trainedBy } from '../state/trainedBy.ts';
import type { AskedColumn, Asking } from '../state/tryIt.svelte.ts';

/** Asks the base model, and the tuned one if there is one. */
export async function ask(app: App): Promise<void> {
  const asking = askingOf(app);
  const which = app.engine.hasTuned ? (['base', 'tuned'] as const) : (['base'] as const);
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
  return { api, trainedBy: () => trainedBy(app), metricOf };
}
