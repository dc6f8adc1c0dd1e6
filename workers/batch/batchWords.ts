import type { Batch } from '../../src/core/batch/batch.ts';
import { arenaSize } from '../memory/arena.ts';

/** Where each part of a batch lies in one block of 4-byte words; `end` is its length. */
export function sections(nPositions: number, vocabSize: number) {
  let end = 0;
  const take = (length: number): number => {
    const start = end;
    end += arenaSize(length);
    return start;
  };
  const parts = {
    ids: take(nPositions), // [N]
    order: take(nPositions), // [N], positions sorted by token
    starts: take(vocabSize + 1), // [V + 1], where each token's positions begin in `order`
    spans: take(2 * nPositions), // [2, N], first visible key, last seeing query
    rows: take(nPositions), // [M], positions with loss, then fillers
    places: take(nPositions), // [N], index into rows, or M
    targets: take(nPositions), // [M]
    taskIds: take(nPositions), // [M], −1 at fillers
    weights: take(nPositions), // [M] as floats
  };
  return { ...parts, end };
}

/** Number of loss positions, rounded up to the next sixteenth of all: few sizes ever occur. */
export function lossSize({ lossMask }: Batch): number {
  const grain = Math.max(1, Math.ceil(lossMask.length / 16));
  return Math.max(1, Math.ceil(countLoss(lossMask) / grain)) * grain;
}

/** Positions that carry loss. */
export function countLoss(lossMask: Float32Array): number {
  let count = 0;
  for (const carries of lossMask) if (carries > 0) count++;
  return count;
}

/** The whole batch as words, in the order of `sections`. */
export function batchWords(batch: Batch, vocabSize: number, lossScale = 1): Int32Array {
  const { inputIds, seqLen, exampleIds } = batch;
  const at = sections(inputIds.length, vocabSize);
  const words = new Int32Array(at.end);
  const part = (start: number, length: number): Int32Array => words.subarray(start, start + length);
  words.set(inputIds, at.ids);
  indexByToken(inputIds, part(at.order, inputIds.length), part(at.starts, vocabSize + 1));
  fillSpans(exampleIds, seqLen, part(at.spans, 2 * inputIds.length));
  fillLossPositions(batch, words, at, lossScale);
  return words;
}

/** Counting sort, stable. */
function indexByToken(ids: Int32Array, order: Int32Array, starts: Int32Array): void {
  for (const id of ids) starts[id + 1]! += 1;
  for (let v = 1; v < starts.length; v++) starts[v]! += starts[v - 1]!;
  const next = starts.slice();
  for (let n = 0; n < ids.length; n++) {
    const id = ids[n]!;
    order[next[id]!] = n;
    next[id]! += 1;
  }
}

/**
 * Position t of a row sees its own example from its beginning to t; padding sees itself only.
 * exampleIds: [B·T], contiguous inside a row, 0 for padding. spans: [2, B·T], positions in the row.
 */
export function fillSpans(exampleIds: Int32Array, seqLen: number, spans: Int32Array): void {
  const nPositions = exampleIds.length;
  const belongs = (n: number, to: number): boolean =>
    exampleIds[n] !== 0 && exampleIds[n] === exampleIds[to];
  for (let n = 0; n < nPositions; n++) {
    const t = n % seqLen;
    spans[n] = t > 0 && belongs(n, n - 1) ? spans[n - 1]! : t;
  }
  for (let n = nPositions - 1; n >= 0; n--) {
    const t = n % seqLen;
    const last = nPositions + n;
    spans[last] = t < seqLen - 1 && belongs(n, n + 1) ? spans[last + 1]! : t;
  }
}

function fillLossPositions(
  batch: Batch,
  words: Int32Array,
  at: ReturnType<typeof sections>,
  lossScale: number,
): void {
  const { lossMask, targets, taskIds } = batch;
  const size = lossSize(batch);
  const weight = lossScale / Math.max(1, countLoss(lossMask));
  const floats = new Float32Array(words.buffer);
  words.fill(size, at.places, at.places + lossMask.length);
  words.fill(-1, at.taskIds, at.taskIds + size);
  let place = 0;
  for (let n = 0; n < lossMask.length; n++) {
    if (!(lossMask[n]! > 0)) continue;
    words[at.rows + place] = n;
    words[at.places + n] = place;
    words[at.targets + place] = targets[n]!;
    words[at.taskIds + place] = taskIds[n]!;
    floats[at.weights + place] = weight;
    place++;
  }
}

/** Tasks that this batch has losses of, ascending; −1 for texts that are rehearsed. */
export function lossTasks({ lossMask, taskIds }: Batch): number[] {
  const found = new Set<number>();
  lossMask.forEach((carries, n) => carries > 0 && found.add(taskIds[n]!));
  return [...found].sort((a, b) => a - b);
}

/** What a batch holds of a task. */
export interface TaskCounts {
  readonly examples: number;
  /** All positions of them. */
  readonly tokens: number;
}

/** Examples and tokens of each task: [K]. Texts that are rehearsed are no task's. */
export function countsByTask({ taskIds, exampleIds, seqLen }: Batch, nTasks: number): TaskCounts[] {
  const counts = Array.from({ length: nTasks }, () => ({ examples: 0, tokens: 0 }));
  for (let n = 0; n < taskIds.length; n++) {
    const count = counts[taskIds[n]!];
    if (!count) continue;
    count.tokens += 1;
    if (n % seqLen === 0 || exampleIds[n] !== exampleIds[n - 1]) count.examples += 1;
  }
  return counts;
}

/** Loss positions of each task: [K]. Texts that are rehearsed are no task's. */
export function lossTokensByTask({ lossMask, taskIds }: Batch, nTasks: number): number[] {
  const counts = new Array<number>(nTasks).fill(0);
  for (let n = 0; n < lossMask.length; n++) {
    if (lossMask[n]! > 0 && taskIds[n]! >= 0) counts[taskIds[n]!]! += 1;
  }
  return counts;
}
