import type { Checkpoint, CheckpointHead } from '../../src/core/checkpoints/checkpoint.ts';
import type { RunPlan, TrainEvent, TrainRequest } from '../../src/core/protocol/index.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { neededTokens } from '../../src/core/tokens/unseenTokens.ts';
import { createKeeper, type Keeper } from '../checkpoint/keeper.ts';
import type { LoadedModel } from '../data/loadModel.ts';
import { createBestWeights } from '../loop/bestWeights.ts';
import { methodOf } from '../loop/method.ts';
import type { Outbox } from '../loop/outbox.ts';
import { createRun, type Run } from '../loop/run.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import { initialState, type TrainState } from '../loop/trainState.ts';
import { checkMemory } from './checkMemory.ts';
import { checkPlan } from './checkPlan.ts';
import { countFits } from './countFits.ts';
import type { Session } from './session.ts';
import { frozenOf, trainableFrom, trainableOf } from './trainableOf.ts';

/** Everything that a run needs, from its beginning or from where it is kept. */
export async function setUp(
  session: Session,
  request: TrainRequest,
  hands: Pick<Run, 'outbox' | 'gate'>,
): Promise<TrainContext> {
  const from = request.resumes ? await session.store.read(request.runId) : null;
  const { runId } = request;
  const plan = from?.head.run.plan ?? request.plan;
  const rehearsal = await session.rehearsal(plan.settings);
  const heldOutText = await session.heldOutText();
  const loaded = session.needModel();
  const engine = session.needEngine();
  checkPlan(plan, loaded.info, session.tasks);
  const { activationWords } = loaded.model;
  checkMemory(plan.settings, { ...loaded.info, activationWords }, engine.limits);
  const fits = await trainFits(session, plan);
  const reading = session.reading(plan.settings.instructionFormat);
  const keeper = keeperOf(session, { ...request, plan }, hands.outbox, from?.head ?? null);
  const run = createRun(
    { runId, plan },
    session.tasks,
    { reading, rehearsal, fits },
    { ...hands, outbox: keeper ? noted(hands.outbox, keeper) : hands.outbox },
    session.lists,
    from?.head.state,
  );
  const { lock, lists } = session;
  return {
    run,
    engine,
    loaded,
    lock,
    state: await stateOf(session, plan, { run, loaded, from }),
    metrics: lists.metrics,
    method: methodOf(plan.settings, lists, loaded.model, loaded.base.params),
    best: createBestWeights(from && bestOf(from)),
    heldOutText,
    keeper,
    from,
    frozen: frozenOf(session, plan),
  };
}

interface Setting {
  readonly run: Run;
  readonly loaded: LoadedModel;
  readonly from: Checkpoint | null;
}

async function stateOf(
  session: Session,
  plan: RunPlan,
  { run, loaded, from }: Setting,
): Promise<TrainState> {
  const trainsEmbeddings = plan.settings.trainEmbeddings || plan.startFrom.kind === 'random';
  const openTokens = trainsEmbeddings ? [] : await openTokensOf(session, run.tasks);
  const options = { trainsEmbeddings, openTokens };
  const opens = openTokens.length > 0;
  const { model } = loaded;
  if (!from) return initialState(await trainableOf(session, model, plan, opens), options);
  const trainable = await trainableFrom(session, model, plan, opens, from);
  const { mean, square } = from.blocks;
  const moments = { step: from.head.state.step, mean: mean!, square: square! };
  return initialState(trainable, { ...options, from: moments });
}

/** Of the training examples alone: what else is asked tells itself what it leaves out. */
async function trainFits(session: Session, { settings, channels }: RunPlan): Promise<Run['fits']> {
  const fits = await countFits(session, settings, channels, ['train']);
  return Object.fromEntries(Object.entries(fits).map(([id, { train }]) => [id, train!]));
}

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

/** The best weights so far, which are those of now where they have no block of their own. */
function bestOf({ head, blocks }: Checkpoint): Parameters<typeof createBestWeights>[0] {
  const { watched } = head.state;
  return watched && { step: watched.best.step, words: blocks.best ?? blocks.params! };
}

/** Null where nobody asked for the run to be kept. */
function keeperOf(
  session: Session,
  { runId, plan, keeping }: TrainRequest,
  outbox: Outbox,
  from: CheckpointHead | null,
): Keeper | null {
  if (!keeping) return null;
  const { name, startedAt, everyMs } = keeping;
  const run = from?.run ?? { runId, name, startedAt, plan };
  const log = from ? [] : keeping.log;
  const say = (event: TrainEvent): void => outbox.push(event);
  const { store } = session;
  return createKeeper({ store, run, engine: session.needEngine(), everyMs, log, from, say });
}

/** What is said is noted for the next checkpoint as well. */
const noted = (outbox: Outbox, keeper: Keeper): Outbox => ({
  push(event) {
    keeper.note(event);
    outbox.push(event);
  },
  drain: () => outbox.drain(),
});
