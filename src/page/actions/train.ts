import type { Result } from '../../core/errors.ts';
import type { StartFrom, TrainerApi, TrainRequest } from '../../core/protocol/index.ts';
import { createPlan, type RunOrder } from '../../core/runs/plan.ts';
import { runExperiment } from '../../core/runs/runExperiment.ts';
import { runName } from '../../core/runs/runName.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { announceEnd } from './announce.ts';
import { EventHold } from '../state/eventHold.ts';
import { loadTasks } from './loadTasks.ts';
import { receiveEvents } from './receiveEvents.ts';
import { tellEngineError } from './startEngine.ts';

/** Trains one run to its end, with the faders as they are when everything is there and it really starts. */
export async function train(app: App): Promise<void> {
  const { engine, transport, notices } = app;
  if (transport.isBusy || engine.phase === 'failed') return;
  notices.clear();
  if (transport.badRate !== null) return refuseRate(app, transport.badRate);
  app.headline.know();
  const press = transport.ask();
  const isReady = (await engine.ready) && (await hasTasks(app));
  if (!transport.isWanted(press)) return;
  const { api } = engine;
  if (!isReady || !api) return transport.free();
  endRun(app, await runThrough(app, api));
}

/** The run from its first event to its last; while frames are lost its readings come less often. */
async function runThrough(app: App, api: TrainerApi): Promise<Result<null>> {
  const { shedding, transport, world } = app;
  const hold = new EventHold((events) => receiveEvents(app, events));
  transport.running = runExperiment({
    ...openRun(app),
    api,
    now: world.now,
    onEvents: (events) => hold.take(events, shedding.holdMs),
  });
  const endWatch = world.watchFrames((ms) => shedding.frame(ms));
  const result = await transport.running.ended;
  hold.flush();
  endWatch();
  shedding.end();
  return result;
}

function refuseRate({ notices }: App, written: string): void {
  const { message, hint } = t.transport.badRate(written);
  notices.failed(message, hint);
}

async function hasTasks(app: App): Promise<boolean> {
  await loadTasks(app);
  return app.desk.channels.some((channel) => channel.task);
}

/** The run that Train means now: the desk as it stands, with every task that is loaded. */
function openRun(app: App): TrainRequest {
  const { desk, runs, engine, transport, world, faderTimeline } = app;
  const channels = desk.levels.filter(({ taskId }) => desk.channel(taskId)?.task);
  const schedule = faderTimeline.scheduleFor(channels.map(({ taskId }) => taskId));
  const runId = world.newRunId();
  const order: RunOrder = {
    settings: desk.settings,
    channels,
    startFrom: startFromOf(app),
    judge: [],
    group: null,
    ...(schedule.length > 0 && { schedule }),
  };
  const tasks = desk.channels.flatMap(({ task }) => task ?? []);
  const plan = createPlan(order, engine.model!, tasks);
  const name = runName(runId, runs.nextNumber);
  runs.open({ runId, name, startedAt: world.timeNow(), plan });
  desk.followRun(plan.channels.map(({ taskId }) => taskId));
  transport.send(desk.levels, desk.settings);
  return { runId, plan };
}

/** Carries on only where there is something to carry on with. */
function startFromOf({ engine, transport }: App): StartFrom {
  const tunedBy = transport.startFrom === 'tuned' ? engine.tunedBy : null;
  return tunedBy === null ? { kind: 'base' } : { kind: 'run', runId: tunedBy };
}

function endRun(app: App, result: Result<null>): void {
  const { desk, engine, transport, notices, faderTimeline } = app;
  faderTimeline.endRun();
  desk.followRun(null);
  transport.free();
  if (result.ok) {
    if (app.runs.current) app.pace.learn(app.runs.current);
    return announceEnd(app);
  }
  if (engine.error) tellEngineError(app);
  // Who has restarted the engine knows that the run has ended.
  else if (result.error.key !== 'workerStopped') notices.error(result.error);
}
