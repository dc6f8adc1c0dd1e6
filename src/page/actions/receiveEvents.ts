import type { TrainEvent } from '../../core/protocol/index.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { endWords } from '../state/endWords.ts';
import { announceProgress } from './announce.ts';
import { sendLive } from './sendLive.ts';

/** What the worker says of a run: folded into its record, from which everything shown is derived. */
export function receiveEvents(app: App, events: readonly TrainEvent[]): void {
  const { runs, engine, progress, world } = app;
  runs.apply(events);
  app.checkpoints.note(events);
  for (const event of events) {
    // What goes on has learnt something already, even where no step is left to take.
    if (event.type === 'step' || event.type === 'resumed') engine.tunedBy = event.runId;
    if (event.type === 'finished') tellFinished(app, event);
  }
  // What was moved while the run was being set up reaches it now.
  if (events.some(({ type }) => type === 'started')) void sendLive(app);
  progress.update(world.now());
  announceProgress(app);
}

/** The desk has the result in its headline; elsewhere, and where there is none, a notice tells of the end. */
function tellFinished(
  { runs, notices, engine, view, progress }: App,
  { runId }: Extract<TrainEvent, { type: 'finished' }>,
): void {
  if (view.name === 'desk' && progress.lastStep) return;
  const run = runs.record(runId);
  if (run) notices.done(endWords(run), engine.hasTuned ? t.notices.tryNow : '');
}
