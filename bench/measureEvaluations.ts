import { channelsOf } from '../src/core/desk/channelsOf.ts';
import type { DeskSetup } from '../src/core/desk/deskSetup.ts';
import { parsePreset } from '../src/core/desk/preset.ts';
import { modelSizes } from '../src/core/models.ts';
import type { TrainEvent } from '../src/core/protocol/index.ts';
import { createPlan } from '../src/core/runs/plan.ts';
import { parseSettings } from '../src/core/settings/parse.ts';
import { parseDatasetIndex } from '../src/core/tasks/datasetIndex.ts';
import type { LoadedTask } from '../workers/data/loadTask.ts';
import type { LoadedModel } from '../workers/data/loadModel.ts';
import { shippedLists } from '../workers/lists/lists.ts';
import { Session } from '../workers/run/session.ts';
import { train } from '../workers/run/train.ts';
import type { CheckpointCost, EvaluationCost, EvaluationCosts } from './benchJob.ts';
import { timedModel, type ForwardTimes } from './timedModel.ts';

const silent = (): void => undefined;

/** As often as a run of the command line is kept. */
const keeping = { name: 'bench', startedAt: '', log: [], everyMs: 30_000 };

/** A session whose model tells how long its forward passes take. */
class TimedSession extends Session {
  readonly times: ForwardTimes = { losses: 0, prompts: 0, columns: 0 };
  private timed: LoadedModel | undefined;

  override needModel(): LoadedModel {
    const loaded = super.needModel();
    this.timed ??= { ...loaded, model: timedModel(loaded.model, this.times) };
    return this.timed;
  }
}

/** A preset's run on WASM from beginning to end, as Train makes it, with what its evaluations and its checkpoints cost. */
export async function measureEvaluations(
  siteUrl: string,
  preset: string,
  trainTokens?: number,
): Promise<EvaluationCosts> {
  const session = new TimedSession(shippedLists);
  await session.startEngine('wasm');
  const desk = await deskOf(siteUrl, preset);
  const model = await session.loadModel(siteUrl, desk.model, silent);
  const tasks = await addTasks(session, siteUrl, desk);
  const asked = { ...desk.settings, ...(trainTokens !== undefined && { trainTokens }) };
  const order = {
    settings: parseSettings(asked, modelSizes[desk.model]),
    channels: channelsOf(desk, (id) => tasks.find((task) => task.id === id)!.cluster),
    startFrom: { kind: 'base' },
    judge: [],
    group: null,
  } as const;
  const plan = createPlan(order, model, tasks);
  const evaluations: EvaluationCost[] = [];
  const checkpoints: CheckpointCost[] = [];
  const push = (event: TrainEvent): void => {
    if (event.type === 'phase' && event.done === 0) clear(session.times);
    if (event.type === 'evaluated') evaluations.push(costOf(event, session.times));
    if (event.type === 'kept') checkpoints.push({ ms: event.ms, bytes: event.bytes });
  };
  const drain = (): Promise<void> => Promise.resolve();
  const start = performance.now();
  await train(session, { runId: 'bench', plan, keeping }, { push, drain });
  const ms = performance.now() - start;
  await session.store.remove(['bench']);
  return { ms, trainTokens: plan.settings.trainTokens, evaluations, checkpoints };
}

async function deskOf(siteUrl: string, preset: string): Promise<DeskSetup> {
  const fileName = `${preset}.json`;
  const reply = await fetch(`${siteUrl}presets/${fileName}`);
  return parsePreset(await reply.json(), fileName).desk;
}

async function addTasks(
  session: Session,
  siteUrl: string,
  { tasks }: DeskSetup,
): Promise<LoadedTask[]> {
  const index: unknown = await (await fetch(`${siteUrl}datasets/index.json`)).json();
  const known = parseDatasetIndex(index).tasks;
  return Promise.all(
    tasks.map(({ id }) => {
      const { file, sha256, bytes } = known.find((task) => task.id === id)!;
      const url = `${siteUrl}datasets/${file}`;
      return session.addTask({ kind: 'builtIn', url, sha256, bytes }, silent);
    }),
  );
}

function clear(times: ForwardTimes): void {
  times.losses = times.prompts = times.columns = 0;
}

function costOf(
  { step, elapsedMs, results }: Extract<TrainEvent, { type: 'evaluated' }>,
  times: ForwardTimes,
): EvaluationCost {
  const answers = results.reduce((sum, { itemScores = [] }) => sum + itemScores.length, 0);
  return { step, answers, ms: elapsedMs, ...times };
}
