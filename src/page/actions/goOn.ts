import { deskOfPlan } from '../../core/desk/deskOfPlan.ts';
import type { ResumableRun, RunId, TrainerApi } from '../../core/protocol/index.ts';
import type { RunHead } from '../../core/runs/head.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { loadTasks } from './loadTasks.ts';
import { readCheckpoints } from './readCheckpoints.ts';
import { runThrough } from './runThrough.ts';
import { useDesk } from './useDesk.ts';

/** The newest run that was interrupted is offered, once the worker is ready. */
export async function offerToGoOn(app: App): Promise<void> {
  const { runs, notices, world, transport } = app;
  if (!(await readCheckpoints(app))) return;
  const open = await world.locks.runsOnTheirWay();
  const headOf = (id: RunId): RunHead | undefined => runs.earlier.find(({ runId }) => runId === id);
  const cut = app.checkpoints.runs.filter(({ runId, step, nSteps }) => {
    const { status } = headOf(runId) ?? { status: 'interrupted' };
    return step < nSteps && !open.has(runId) && status === 'interrupted';
  });
  // They are read newest first.
  const [newest] = cut;
  if (!newest || transport.isBusy) return;
  const { runId, step, nSteps, savedAt } = newest;
  const name = headOf(runId)?.name ?? newest.name;
  const ageMs = Date.parse(world.timeNow()) - Date.parse(savedAt);
  notices.offer(t.runs.interrupted(name), t.runs.interruptedAt(step, nSteps, ageMs), {
    label: t.runs.goOn,
    run: () => void goOn(app, runId),
  });
}

/** A kept run goes on where it was, on the desk that it was asked for; one that was at its end gives its weights back. */
export async function goOn(app: App, runId: RunId): Promise<void> {
  const { transport, engine, notices, checkpoints } = app;
  const kept = checkpoints.of(runId);
  if (!kept || transport.isBusy) return;
  notices.clear();
  if (!isDeskOf(app, kept) && !(await useDesk(app, deskOfPlan(kept.plan)))) return;
  const press = transport.ask();
  const isReady = (await engine.ready) && (await loadTasks(app), true);
  if (!transport.isWanted(press)) return;
  const { api } = engine;
  if (!isReady || !api) return transport.free();
  await goOnWith(app, api, kept);
}

async function goOnWith(app: App, api: TrainerApi, kept: ResumableRun): Promise<void> {
  const { transport, runs, notices } = app;
  const log = await api.keptLog(kept.runId);
  if (!log.ok) {
    transport.free();
    return void notices.error(log.error);
  }
  const { plan } = kept;
  const run = await runs.goOn(kept, log.value.events);
  await runThrough(app, api, { ...run, plan, resumes: true });
}

/** Whether the tasks and the model of the run stand on the desk: then its faders are where the hand has left them. */
function isDeskOf({ desk }: App, { plan }: ResumableRun): boolean {
  const asked = plan.channels.map(({ taskId }) => taskId);
  const there = desk.channels.map(({ id }) => id);
  return desk.modelName === plan.model.name && asked.join() === there.join();
}
