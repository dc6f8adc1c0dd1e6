import { AppError, toErrorInfo } from '../../src/core/errors.ts';
import type { RunPlan, TrainRequest } from '../../src/core/protocol/index.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { neededTokens } from '../../src/core/tokens/unseenTokens.ts';
import { createBestWeights } from '../loop/bestWeights.ts';
import { trainLoop } from '../loop/trainLoop.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import { methodOf } from '../loop/method.ts';
import { initialState } from '../loop/trainState.ts';
import { checkMemory } from './checkMemory.ts';
import { countFits } from './countFits.ts';
import { checkPlan } from './checkPlan.ts';
import type { Outbox } from '../loop/outbox.ts';
import { createAdapters } from '../model/adapters.ts';
import { copyWeights } from '../model/model.ts';
import type { Model } from '../model/model.ts';
import { randomWeights } from '../model/randomWeights.ts';
import type { Trainable } from '../model/weights.ts';
import { createRun } from '../loop/run.ts';
import type { Run } from '../loop/run.ts';
import type { Session } from './session.ts';

/** A copy of the weights to start from, adapters on them, or weights that know nothing yet. */
function trainableOf(
  session: Session,
  model: Model,
  { startFrom, settings: { loraRank, seed } }: RunPlan,
): Trainable | Promise<Trainable> {
  if (startFrom.kind === 'random') {
    if (loraRank === 0) return randomWeights(model, seed);
    throw new AppError('bad-setting', 'adaptersOnRandom', { loraRank });
  }
  const from =
    startFrom.kind === 'run' ? session.leftBy(startFrom.runId) : session.weightsOf('base');
  return loraRank > 0 ? createAdapters(model, from, loraRank, seed) : copyWeights(model, from);
}

/**
 * One run from beginning to end; its weights stay as the session's tuned ones, also after a stop or
 * a failure.
 * @throws AppError after a 'failed' event, or before the first event when the run cannot start.
 */
export async function train(
  session: Session,
  request: TrainRequest,
  outbox: Outbox,
): Promise<null> {
  const gate = session.beginRun();
  try {
    const context = await setUp(session, request, { outbox, gate });
    session.startRun(context);
    await loopWith(context);
    return null;
  } finally {
    await session.endRun();
    await outbox.drain();
  }
}

async function setUp(
  session: Session,
  request: TrainRequest,
  hands: Pick<Run, 'outbox' | 'gate'>,
): Promise<TrainContext> {
  const { plan } = request;
  const rehearsal = await session.rehearsal(plan.settings);
  const loaded = session.needModel();
  const engine = session.needEngine();
  checkPlan(plan, loaded.info, session.tasks);
  if (engine.backend === 'wasm') checkMemory(plan.settings, loaded.model);
  const reading = session.reading(plan.settings.instructionFormat);
  const fits = await trainFits(session, plan);
  const inputs = { reading, rehearsal, fits, reports: reportsOf(session, plan) };
  const run = createRun(request, session.tasks, inputs, hands, session.lists);
  const { model, base } = loaded;
  const method = methodOf(plan.settings, session.lists, model, base.params);
  const trainsEmbeddings = plan.settings.trainEmbeddings || plan.startFrom.kind === 'random';
  const openTokens = trainsEmbeddings ? [] : await openTokensOf(session, run.tasks);
  const state = initialState(await trainableOf(session, model, plan), {
    trainsEmbeddings,
    openTokens,
  });
  const { lock, lists } = session;
  const best = createBestWeights();
  return { run, engine, loaded, lock, state, metrics: lists.metrics, method, best };
}

/** Of the training examples alone: what else is asked tells itself what it leaves out. */
async function trainFits(session: Session, { settings, channels }: RunPlan): Promise<Run['fits']> {
  const fits = await countFits(session, settings, channels, ['train']);
  return Object.fromEntries(Object.entries(fits).map(([id, { train }]) => [id, train!]));
}

const reportsOf = ({ tasks }: Session, { channels }: RunPlan): Run['reports'] =>
  Object.fromEntries(
    channels.flatMap(({ taskId }) => {
      const report = tasks.get(taskId)?.report;
      return report ? [[taskId, report] as const] : [];
    }),
  );

/** Rows of the embeddings that are learnt though the others stay. */
async function openTokensOf(session: Session, tasks: readonly Task[]): Promise<readonly number[]> {
  const { unseen, tokenizer } = session.needModel();
  const needed = tasks.map((task) =>
    session.openTokens.of(session.tasks.get(task.id)!, String(task.splits.train.length), () =>
      Promise.resolve(neededTokens([task], tokenizer, unseen)),
    ),
  );
  return [...new Set((await Promise.all(needed)).flat())].sort((a, b) => a - b);
}

async function loopWith(context: TrainContext): Promise<void> {
  try {
    await trainLoop(context);
  } catch (error) {
    const { runId, step, outbox } = context.run;
    outbox.push({ type: 'failed', runId, step, error: toErrorInfo(error) });
    throw error;
  }
}
