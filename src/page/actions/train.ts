import type { Result } from '../../core/errors.ts';
import type { TrainRequest } from '../../core/protocol/index.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { runName } from '../state/runName.ts';
import { loadTasks } from './loadTasks.ts';
import { receiveEvents } from './receiveEvents.ts';
import { tellEngineError } from './startEngine.ts';

/** Trains one run to its end, with the faders as they are when everything is there and it really starts. */
export async function train(app: App): Promise<void> {
  const { engine, transport, notices } = app;
  if (transport.isBusy || engine.phase === 'failed') return;
  notices.clear();
  if (transport.badRate !== null) return refuseRate(app, transport.badRate);
  const press = transport.ask();
  const isReady = (await engine.ready) && (await hasTasks(app));
  if (!transport.isWanted(press)) return;
  const { api } = engine;
  if (!isReady || !api) return transport.free();
  const request = openRun(app);
  const result = await api.train(request, (events) => receiveEvents(app, events));
  endRun(app, request, result);
}

function refuseRate({ notices }: App, written: string): void {
  const { message, hint } = t.transport.badRate(written);
  notices.error({ code: 'bad-setting', message, hint });
}

async function hasTasks(app: App): Promise<boolean> {
  await loadTasks(app);
  return app.desk.channels.some((channel) => channel.task);
}

function openRun(app: App): TrainRequest {
  const { desk, runs, engine, transport, tryIt, world } = app;
  const runId = world.newRunId();
  const channels = desk.levels.filter(({ taskId }) => desk.channel(taskId)?.task);
  const startFrom = engine.hasTuned ? transport.startFrom : 'base';
  runs.open(runId, runName(runId, runs.records.length + 1));
  tryIt.clearTuned();
  desk.followRun(channels.map(({ taskId }) => taskId));
  transport.send(JSON.stringify(desk.levels), desk.settings);
  return { runId, settings: desk.settings, channels, startFrom };
}

function endRun(app: App, { runId }: TrainRequest, result: Result<null>): void {
  const { desk, engine, transport, runs, notices } = app;
  desk.followRun(null);
  transport.free();
  if (result.ok) return;
  runs.fail(runId, result.error);
  if (engine.error) tellEngineError(app);
  else notices.error(result.error);
}
