import type { Result } from '../../core/errors.ts';
import type { TrainerApi, TrainRequest } from '../../core/protocol/index.ts';
import { type Experiment, runExperiment } from '../../core/runs/runExperiment.ts';
import { EventHold } from '../state/eventHold.ts';
import type { App } from '../state/createApp.ts';
import { announceEnd } from './announce.ts';
import { readCheckpoints } from './readCheckpoints.ts';
import { receiveEvents } from './receiveEvents.ts';
import { tellEngineError } from './startEngine.ts';

/** Between two checkpoints, ms: what a closed lid may cost. The worker takes them more rarely where they would slow it down. */
const keptEveryMs = 10_000;

/** A run as the page trains it: under the name that it is kept by. */
export type OpenedRun = TrainRequest &
  Pick<NonNullable<Experiment['keeping']>, 'name' | 'startedAt'>;

/** A run that the desk shows from its first event to its last; while frames are lost its readings come less often. */
export async function runThrough(app: App, api: TrainerApi, opened: OpenedRun): Promise<void> {
  const { shedding, transport, world, desk } = app;
  const { runId, plan, resumes, name, startedAt } = opened;
  desk.followRun(plan.channels.map(({ taskId }) => taskId));
  transport.send(desk.levels, desk.settings);
  const hold = new EventHold((events) => receiveEvents(app, events));
  const endWatch = world.watchFrames((ms) => shedding.frame(ms));
  const result = await world.locks.underRunLock(runId, () => {
    transport.running = runExperiment({
      runId,
      plan,
      api,
      keeping: { name, startedAt, everyMs: keptEveryMs },
      ...(resumes && { resumes }),
      now: world.now,
      onEvents: (events) => hold.take(events, shedding.holdMs),
    });
    return transport.running.ended;
  });
  hold.flush();
  endWatch();
  shedding.end();
  endRun(app, result);
}

function endRun(app: App, result: Result<null>): void {
  const { desk, engine, transport, notices, faderTimeline } = app;
  faderTimeline.endRun();
  desk.followRun(null);
  transport.free();
  void readCheckpoints(app);
  if (result.ok) {
    if (app.runs.current) app.pace.learn(app.runs.current);
    return announceEnd(app);
  }
  if (engine.error) tellEngineError(app);
  // Who has restarted the engine knows that the run has ended.
  else if (result.error.key !== 'workerStopped') notices.error(result.error);
}
