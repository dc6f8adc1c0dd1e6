import type { Batch } from '../../src/core/batch/batch.ts';
import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import type { Metric } from '../../src/core/metrics/metric.ts';
import type {
  EngineInfo,
  Evaluation,
  Precision,
  RunPhase,
  Standing,
} from '../../src/core/protocol/index.ts';
import type { Keeper } from '../checkpoint/keeper.ts';
import type { LoadedModel } from '../data/loadModel.ts';
import { abilityReadings } from '../../src/core/runs/abilityReadings.ts';
import {
  isOutOfPatience,
  standingOf,
  type Watched,
  watchGains,
} from '../../src/core/runs/watchGains.ts';
import { evaluateTasks } from '../evaluation/evaluateTasks.ts';
import type { EvaluationSet } from '../evaluation/evaluationSet.ts';
import { textLoss } from '../evaluation/textLoss.ts';
import { learningRateAt } from '../optim/schedule.ts';
import type { Lock } from '../thread/lock.ts';
import { playSchedule } from './moveFaders.ts';
import type { Run } from './run.ts';
import { sayChange } from './sayChange.ts';
import { sayResumed, sayStarted } from './sayStart.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import type { Method } from './method.ts';
import { momentOf, type RunPlace } from './momentOf.ts';
import { notFinite } from './notFinite.ts';
import type { BestWeights } from './bestWeights.ts';
import { plannedSets } from './plannedSets.ts';
import { trainStep } from './step.ts';
import { createStepClock } from './stepClock.ts';
import type { StepClock } from './stepClock.ts';
import { stepEvent } from './stepEvent.ts';
import { createStepQueue, isFiniteStep } from './stepQueue.ts';
import type { StepQueue } from './stepQueue.ts';
import type { TrainState } from './trainState.ts';

/** What the loop works with. `state` changes at every step; others may read its weights in between. */
export interface TrainContext {
  readonly run: Run;
  readonly engine: EngineInfo;
  readonly loaded: LoadedModel;
  readonly lock: Lock;
  readonly state: TrainState;
  readonly metrics: readonly Metric[];
  readonly method: Method;
  readonly best: BestWeights;
  /** What base ability is read on at each evaluation; null where there is none. */
  readonly heldOutText: Batch | null;
  /** Null for a run that is not kept. */
  readonly keeper: Keeper | null;
  /** What it goes on from; null for one that begins. */
  readonly from: Checkpoint | null;
  readonly frozen: RunPlace['frozen'];
}

/**
 * Half precision has no numbers below 6e-8: gradients are lifted on their way (Micikevicius et al.
 * 2018, section 3.2). Where that overflows, the step changes nothing and the lift is halved.
 */
const firstLossScale: Readonly<Record<Precision, number>> = { fp32: 1, fp16: 1024 };

interface Loop extends TrainContext, RunPlace {
  readonly queue: StepQueue;
  readonly clock: StepClock;
  /** By the step after which it is due. */
  readonly evaluations: ReadonlyMap<number, () => EvaluationSet>;
  /** Evaluations at which base ability is read. */
  readonly abilitySteps: ReadonlySet<number>;
  lossScale: number;
  watched: Watched | null;
  evaluatedAt: number | null;
}

/**
 * Trains from `context.state` to the end of the run: steps, evaluations, events. Between steps it
 * hands the thread back, so that pause, stop, faders and questions get through.
 * @throws AppError 'engine-failed'; `context.state` then holds the last good weights.
 */
export async function trainLoop(context: TrainContext): Promise<void> {
  const { run, from } = context;
  if (from) sayResumed(context, from);
  else {
    sayStarted(context);
    playSchedule(run);
  }
  sayPhase(run, 'preparing', 0, 1);
  await yieldToEvents();
  const loop = startLoop(context);
  try {
    await takeSteps(loop);
    const reason = reasonOf(loop);
    const elapsedMs = loop.clock.elapsedMs();
    const { runId, step, settings, outbox } = run;
    const tokens = step * settings.batchSize * settings.seqLen;
    outbox.push({ type: 'finished', runId, step, tokens, elapsedMs, reason });
  } finally {
    loop.queue.drop();
  }
}

function startLoop(context: TrainContext): Loop {
  const { run, engine, from, heldOutText } = context;
  const { precision } = engine;
  const evaluations = plannedSets(run);
  const textTokens = heldOutText?.inputIds.length ?? 0;
  const isOfThis = from?.head.engine.precision === precision;
  return {
    ...context,
    queue: createStepQueue(),
    clock: createStepClock(from?.head.state.elapsedMs),
    evaluations,
    abilitySteps: abilityReadings([...evaluations.keys()], textTokens, run.settings),
    lossScale: isOfThis ? from.head.state.lossScale : firstLossScale[precision],
    evaluatedAt: from?.head.state.evaluatedAt ?? null,
    watched: from?.head.state.watched ?? null,
  };
}

function reasonOf({ run, watched }: Loop): 'completed' | 'stopped' | 'early' {
  if (run.gate.isStopped) return 'stopped';
  return isOver(run, watched) && run.step < run.nSteps ? 'early' : 'completed';
}

const isOver = ({ settings }: Run, watched: Watched | null): boolean =>
  watched !== null && isOutOfPatience(watched, settings);

async function takeSteps(loop: Loop): Promise<void> {
  const { run, lock, clock } = loop;
  await evaluateIfDue(loop);
  sayPhase(run, 'training', run.step, run.nSteps);
  while (run.step < run.nSteps && !isOver(run, loop.watched)) {
    await passGate(loop);
    if (run.gate.isStopped) break;
    await lock.run(async () => {
      clock.startStep();
      submitStep(loop);
      await settle(loop, false);
    });
    if (run.mix.isDue(run.step)) await renewMix(loop);
    if (run.step < run.nSteps && (await evaluateIfDue(loop))) {
      sayPhase(run, 'training', run.step, run.nSteps);
    }
    if (loop.keeper?.isDue) await keep(loop);
    await yieldToEvents();
  }
  await settle(loop, true);
  if (!run.gate.isStopped) await evaluateIfDue(loop);
  if (run.step > 0) await keep(loop);
}

/** A checkpoint of the run as it stands. */
async function keep(loop: Loop): Promise<void> {
  const { keeper, lock } = loop;
  if (!keeper) return;
  await settle(loop, true);
  await keeper.take(() => lock.run(() => momentOf(loop, keeper)));
}

/** False where the step has no evaluation, or has had it. */
async function evaluateIfDue(loop: Loop): Promise<boolean> {
  const { step } = loop.run;
  if (!loop.evaluations.has(step) || loop.evaluatedAt === step) return false;
  await evaluate(loop);
  return true;
}

/** An adaptive sampler looks at the losses of all steps before, so that a replay draws the same. */
async function renewMix(loop: Loop): Promise<void> {
  const { run } = loop;
  await settle(loop, true);
  const hasChanged = run.mix.look(run.step, run.stream.drawnByTask);
  if (hasChanged) sayChange(run, { kind: 'sampler' });
}

async function passGate(loop: Loop): Promise<void> {
  const { run, clock } = loop;
  if (!run.gate.isPaused) return;
  await settle(loop, true);
  const from = performance.now();
  sayPhase(run, 'paused', run.step, run.nSteps);
  await keptUntil(loop, run.gate.pass());
  clock.addPause(performance.now() - from);
  sayPhase(run, 'training', run.step, run.nSteps);
}

/** Steps by hand follow one another faster than that, and are not kept each. */
const restMs = 500;

/** A pause is kept once it lasts, and again whenever that is asked for. */
async function keptUntil(loop: Loop, passed: Promise<void>): Promise<void> {
  const { keeper } = loop;
  if (!keeper) return passed;
  let wish: Promise<void> = new Promise((resolve) => setTimeout(resolve, restMs));
  const isOver = passed.then(() => true);
  while (!(await Promise.race([isOver, wish.then(() => false)]))) {
    await keep(loop);
    wish = keeper.asked();
  }
}

/** Next batch, one step; its numbers stay on the device. Then the faders move as the plan says. */
function submitStep({ state, method, lossScale, loaded, run, queue }: Loop): void {
  const { settings, tasks, nSteps, stream, mix } = run;
  const { batch } = stream.next(mix.rates);
  const learningRate = learningRateAt(run.step + 1, nSteps, settings);
  const { weightDecay, maxGradNorm } = settings;
  const options = { nTasks: tasks.length, learningRate, weightDecay, maxGradNorm, lossScale };
  const result = trainStep(loaded.model, state, batch, options, method);
  run.step = result.step;
  queue.push({ ...result, learningRate });
  playSchedule(run);
}

/** Reads what is over and reports it; stops the run when a loss is not a number. */
async function settle(loop: Loop, isFlushing: boolean): Promise<void> {
  const { run, queue, clock } = loop;
  const settled = await queue.settle(isFlushing);
  if (!isFlushing) clock.endStep();
  for (const numbers of settled) {
    if (!isFiniteStep(numbers)) {
      if (loop.lossScale > 1) {
        loop.lossScale /= 2;
        continue;
      }
      run.step = numbers.step - 1;
      throw notFinite(run, numbers);
    }
    run.mix.note(numbers.lossSums, numbers.tokensByTask);
    run.outbox.push(stepEvent(run, clock, numbers));
  }
  if (run.failure) throw run.failure;
}

/** Every task of the desk on held-out examples, with the weights as they are now. */
async function evaluate(loop: Loop): Promise<void> {
  const { state, run, lock, loaded, evaluations } = loop;
  await settle(loop, true);
  const { model, tokenizer } = loaded;
  const generator = { model, tokenizer, params: state.weights.params };
  const evaluation = await evaluateTasks(generator, evaluations.get(run.step)!(), {
    metrics: loop.metrics,
    lock,
    onProgress: (done, total) => sayPhase(run, 'evaluating', done, total),
    shouldStop: () => run.gate.isStopped || run.failure !== undefined,
  });
  if (run.failure) throw run.failure;
  if (!evaluation) return;
  const { runId, step, outbox } = run;
  const text = loop.abilitySteps.has(step) ? loop.heldOutText : null;
  const baseAbility = text ? await lock.run(() => textLoss(generator, text)) : undefined;
  const standing = watch(loop, evaluation);
  loop.evaluatedAt = step;
  const more = { standing, ...(baseAbility !== undefined && { baseAbility }) };
  outbox.push({ type: 'evaluated', runId, step, split: 'validation', ...more, ...evaluation });
}

/** Keeps the weights of now where they are the best so far. */
function watch(loop: Loop, { results }: Evaluation): Standing {
  const { run, state, best } = loop;
  const trained = run.tasks.flatMap(({ id }, k) => (run.mix.rates[k]! > 0 ? [id] : []));
  const watched = watchGains(loop.watched, { step: run.step, results }, run.settings, trained);
  if (watched.best.step === run.step) best.keep(state.weights.arena, run.step);
  loop.watched = watched;
  return standingOf(watched);
}

function sayPhase({ runId, step, outbox }: Run, phase: RunPhase, done: number, total: number) {
  outbox.push({ type: 'phase', runId, step, phase, done, total });
}
