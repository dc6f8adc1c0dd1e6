import { randomStream } from '../random.ts';
import type { Task } from '../tasks/task.ts';

/** One draw of the mixture: which task, asked how, about which training instance. */
export interface Draw {
  readonly taskIndex: number;
  readonly wordingIndex: number;
  readonly instanceIndex: number;
  /** Draws of this task before this one. */
  readonly order: number;
}

/** Counters only: any state can be resumed by writing them down. */
export interface MixtureState {
  readonly seed: number;
  /** Draws made so far. */
  readonly drawn: number;
  /** Draws made so far of each task. */
  readonly drawnByTask: readonly number[];
}

export function createMixture(seed: number, tasks: readonly Task[]): MixtureState {
  return { seed, drawn: 0, drawnByTask: tasks.map(() => 0) };
}

/**
 * The next draw. The task of draw n is a function of (seed, n) and the rates; the k-th draw of a task
 * is a function of (seed, task id, k): without replacement, a fresh permutation each epoch. Moving a
 * fader therefore changes *how often* a task is drawn, never which example its k-th draw shows.
 */
export function drawNext(
  state: MixtureState,
  tasks: readonly Task[],
  rates: readonly number[],
): readonly [Draw, MixtureState] {
  const taskIndex = randomStream(state.seed, 'mixture', state.drawn).weighted(rates);
  return drawAgain({ ...state, drawn: state.drawn + 1 }, tasks, taskIndex);
}

/** The task's next draw in the same turn, where the one before it was of no use. */
export function drawAgain(
  state: MixtureState,
  tasks: readonly Task[],
  taskIndex: number,
): readonly [Draw, MixtureState] {
  const task = tasks[taskIndex]!;
  const k = state.drawnByTask[taskIndex]!;
  const draw: Draw = {
    taskIndex,
    wordingIndex: wordingAt(state.seed, task, k),
    instanceIndex: instanceAt(state.seed, task, k),
    order: k,
  };
  const drawnByTask = state.drawnByTask.slice();
  drawnByTask[taskIndex] = k + 1;
  return [draw, { ...state, drawnByTask }];
}

/** Held-out wordings are never trained on. */
function wordingAt(seed: number, { id, wordings }: Task, k: number): number {
  const trained = wordings.flatMap(({ isHeldOut }, index) => (isHeldOut ? [] : [index]));
  return randomStream(seed, 'wording', id, k).pick(trained);
}

const permutations = new WeakMap<Task, { key: string; order: readonly number[] }>();

/** Instance of the task's k-th draw; the epoch's permutation is remembered, as it is asked in order. */
function instanceAt(seed: number, task: Task, k: number): number {
  const size = task.splits.train.length;
  const epoch = Math.floor(k / size);
  const key = `${seed}/${epoch}`;
  let permutation = permutations.get(task);
  if (permutation?.key !== key) {
    const all = task.splits.train.map((_, index) => index);
    permutation = { key, order: randomStream(seed, 'epoch', task.id, epoch).shuffle(all) };
    permutations.set(task, permutation);
  }
  return permutation.order[k % size]!;
}
