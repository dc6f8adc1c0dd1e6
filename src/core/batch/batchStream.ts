import {
  createMixture,
  type Draw,
  drawAgain,
  drawNext,
  type MixtureState,
} from '../sampling/draws.ts';
import { randomStream } from '../random.ts';
import { AppError } from '../errors.ts';
import type { Reading } from '../tokens/reading.ts';
import { isRehearsalRow, type Rehearsal, rehearsalRow } from '../rehearsal/rehearsalRows.ts';
import type { Task } from '../tasks/task.ts';
import { batch as packing } from '../levers/batch.ts';
import type { Batch } from './batch.ts';
import type { EncodedExample } from '../tokens/encode.ts';
import { buildBatch, type Placed, type TaskExample } from './pack.ts';
import { hasFitting } from './hasFitting.ts';
import { drawShots, encodeWithShots } from './shots.ts';
import type { StreamState } from './streamState.ts';
import { withWordDropout } from './wordDropout.ts';

/** Where something lies in the batch. */
export interface Place {
  readonly row: number;
  readonly start: number;
  /** Tokens, end-of-sequence included. */
  readonly length: number;
}

/** Where one drawn example lies in the batch. */
export interface PlacedDraw extends Draw, Place {}

export interface StreamedBatch {
  readonly batch: Batch;
  readonly examples: readonly PlacedDraw[];
  /** Pre-training texts, which belong to no task. */
  readonly rehearsed: readonly Place[];
}

export interface BatchStream {
  next(rates: readonly number[]): StreamedBatch;
  /** What the following `next` with the same rates will give; changes nothing. */
  peek(rates: readonly number[]): StreamedBatch;
  /** Training examples drawn so far, by task; those that wait for a row are counted. */
  readonly drawnByTask: readonly number[];
  /** Another stream of the same options goes on from it with the same batches. */
  state(): StreamState;
}

export interface BatchStreamOptions {
  readonly seed: number;
  readonly tasks: readonly Task[];
  readonly reading: Reading;
  readonly batchSize: number;
  readonly seqLen: number;
  /** Share of the draws that come with 1, 2 or 4 worked examples, %. */
  readonly shotShare: number;
  /** Share of the words of instructions that are left out, %. */
  readonly wordDropout: number;
  readonly rehearsal: Rehearsal;
  /** Where it goes on; from the beginning if left out. */
  readonly from?: StreamState;
}

interface Drawn extends TaskExample {
  readonly draw: Draw;
}

/** A `StreamState` at work: what waits is encoded. */
interface Position extends Pick<StreamState, 'rows' | 'texts'> {
  readonly mixture: MixtureState;
  readonly waiting: readonly Drawn[];
}

/** As many worked examples as are asked with in evaluations (k-shot). */
const shotCounts = [1, 2, 4];
/** Examples to choose from when filling a row: enough for tight rows, few enough to keep the order. */
const lookahead = 64;

/** Turns in a row that give nothing: then nothing fits. */
const mostMisses = 1000;
/** Times that a task is drawn in one turn, for each of its examples. */
const drawsPerExample = 4;

/** What a batch is made with, and which tasks have anything that fits. */
interface Source extends BatchStreamOptions {
  readonly canPlay: (taskIndex: number) => boolean;
}

/**
 * The endless stream of packed training batches: a pure function of seed, tasks and rates. An example
 * that can't fit is passed over for the next one of the same task, so that a task keeps its share.
 */
export function createBatchStream(asked: BatchStreamOptions): BatchStream {
  const options = { ...asked, canPlay: playable(asked) };
  let position = asked.from ? positionAt(options, asked.from) : startOf(options);
  return {
    next(rates) {
      const [streamed, after] = nextBatch(options, position, rates);
      position = after;
      return streamed;
    },
    peek: (rates) => nextBatch(options, position, rates)[0],
    get drawnByTask() {
      return position.mixture.drawnByTask;
    },
    state: () => stateOf(position),
  };
}

const startOf = ({ seed, tasks }: Source): Position => ({
  mixture: createMixture(seed, tasks),
  waiting: [],
  rows: 0,
  texts: 0,
});

function positionAt(options: Source, { waiting, rows, texts, ...counters }: StreamState): Position {
  const drawn = waiting.map((draw): Drawn => {
    const encoded = encodeDraw(options, draw);
    // What waits did fit once: these are other tasks, or another tokenizer.
    if (!encoded)
      throw new RangeError(`stream: draw ${JSON.stringify(draw)} does not fit any more`);
    return { ...encoded, taskIndex: draw.taskIndex, draw };
  });
  return { mixture: { seed: options.seed, ...counters }, waiting: drawn, rows, texts };
}

function stateOf({ mixture, waiting, rows, texts }: Position): StreamState {
  const { drawn, drawnByTask } = mixture;
  return { drawn, drawnByTask, waiting: waiting.map(({ draw }) => draw), rows, texts };
}

function nextBatch(
  options: Source,
  position: Position,
  rates: readonly number[],
): readonly [StreamedBatch, Position] {
  const { batchSize, seqLen, seed, rehearsal } = options;
  const { tokenizer } = options.reading;
  let { mixture, texts } = position;
  const waiting = position.waiting.slice();
  const placed: Placed<Drawn>[] = [];
  const rehearsed: Placed<TaskExample>[] = [];
  for (let row = 0; row < batchSize; row++) {
    if (isRehearsalRow(position.rows + row, rehearsal.share)) {
      const { examples, next } = rehearsalRow({ rehearsal, seed, tokenizer, seqLen }, texts);
      texts = next;
      rehearsed.push(...laidOut(examples, row));
      continue;
    }
    let used = 0;
    for (;;) {
      mixture = refill(options, mixture, waiting, rates);
      const example = takeNext(waiting, seqLen - used, used === 0);
      if (!example) break;
      placed.push({ example, row, start: used });
      used += example.ids.length;
    }
  }
  const batch = buildBatch([...placed, ...rehearsed], batchSize, seqLen);
  const streamed = {
    batch,
    examples: placed.map((one) => ({ ...one.example.draw, ...placeOf(one) })),
    rehearsed: rehearsed.map(placeOf),
  };
  return [streamed, { mixture, waiting, rows: position.rows + batchSize, texts }];
}

const placeOf = ({ example, row, start }: Placed<TaskExample>): Place => ({
  row,
  start,
  length: example.ids.length,
});

/** Texts one after the other in their row; they are no task's. */
function laidOut(examples: readonly EncodedExample[], row: number): Placed<TaskExample>[] {
  let start = 0;
  return examples.map((example) => {
    const placed = { example: { ...example, taskIndex: -1 }, row, start };
    start += example.ids.length;
    return placed;
  });
}

/** The oldest example opens a row; after that the longest that still fits. */
function takeNext(waiting: Drawn[], room: number, isFirst: boolean): Drawn | undefined {
  let best = isFirst ? 0 : -1;
  for (let i = 0; !isFirst && i < waiting.length; i++) {
    const length = waiting[i]!.ids.length;
    if (length <= room && (best < 0 || length > waiting[best]!.ids.length)) best = i;
  }
  return best < 0 ? undefined : waiting.splice(best, 1)[0];
}

function refill(
  options: Source,
  from: MixtureState,
  waiting: Drawn[],
  rates: readonly number[],
): MixtureState {
  let mixture = from;
  let misses = 0;
  while (waiting.length < lookahead) {
    const [drawn, after] = takeTurn(options, mixture, rates);
    mixture = after;
    if (drawn) waiting.push(drawn);
    else if (++misses > mostMisses) throw nothingFits(options);
  }
  return mixture;
}

/** The next example of the task whose turn it is; null where it has none that fits. */
function takeTurn(
  options: Source,
  mixture: MixtureState,
  rates: readonly number[],
): readonly [Drawn | null, MixtureState] {
  const { tasks } = options;
  let [draw, after] = drawNext(mixture, tasks, rates);
  const { taskIndex } = draw;
  const most = drawsPerExample * tasks[taskIndex]!.splits.train.length;
  for (let tries = 0; tries < most; tries++) {
    const encoded = encodeDraw(options, draw);
    if (encoded) return [{ ...encoded, taskIndex, draw }, after];
    if (!options.canPlay(taskIndex)) break;
    [draw, after] = drawAgain(after, tasks, taskIndex);
  }
  return [null, after];
}

/** Tells of a task, once and then by heart, whether any of its examples fits. */
function playable({ tasks, reading, seqLen }: BatchStreamOptions): (taskIndex: number) => boolean {
  const known = new Map<number, boolean>();
  return (taskIndex) => {
    const task = tasks[taskIndex]!;
    const is = known.get(taskIndex) ?? hasFitting(reading, task, seqLen);
    known.set(taskIndex, is);
    return is;
  };
}

function nothingFits({ seqLen, tasks }: BatchStreamOptions): AppError {
  const taskIds = tasks.map((task) => task.id);
  const longest = packing.rows.seqLen.max;
  return new AppError('nothing-to-train', 'nothingFits', { seqLen, longest, taskIds });
}

function encodeDraw(options: BatchStreamOptions, draw: Draw): EncodedExample | null {
  const task = options.tasks[draw.taskIndex]!;
  const instance = task.splits.train[draw.instanceIndex]!;
  const wording = withWordDropout(
    task.wordings[draw.wordingIndex]!,
    options.wordDropout / 100,
    randomStream(options.seed, 'words', task.id, draw.order),
  );
  const stream = randomStream(options.seed, 'shots', task.id, draw.order);
  const hasShots = !wording.isInverted && stream.chance(options.shotShare / 100);
  const shots = hasShots ? drawShots(task, instance, stream.pick(shotCounts), stream) : [];
  return encodeWithShots(options.reading, { task, wording, instance, shots }, options.seqLen);
}
