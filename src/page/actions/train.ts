import type { StartFrom } from '../../core/protocol/index.ts';
import { createPlan, type RunOrder } from '../../core/runs/plan.ts';
import { runName } from '../../core/runs/runName.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { loadTasks } from './loadTasks.ts';
import { type OpenedRun, runThrough } from './runThrough.ts';

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
  await runThrough(app, api, openRun(app));
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
function openRun(app: App): OpenedRun {
  const { desk, runs, engine, world, faderTimeline } = app;
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
  const run = { runId, name, startedAt: world.timeNow(), plan };
  runs.open(run);
  return run;
}

/** Carries on only where there is something to carry on with. */
function startFromOf({ engine, transport }: App): StartFrom {
  const tunedBy = transport.startFrom === 'tuned' ? engine.tunedBy : null;
  return tunedBy === null ? { kind: 'base' } : { kind: 'run', runId: tunedBy };
}
