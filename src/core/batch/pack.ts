import { parts } from '../render/segments.ts';
import type { EncodedExample } from '../tokens/encode.ts';
import type { Batch } from './batch.ts';

export interface TaskExample extends EncodedExample {
  /** Index into the run's task list. */
  readonly taskIndex: number;
}

/** An example laid into a row. */
export interface Placed<E extends TaskExample> {
  readonly example: E;
  readonly row: number;
  readonly start: number;
}

const targetPart = parts.indexOf('target');

/** Fills a batch from placed examples; targets are shifted inside each example. */
export function buildBatch(
  placed: readonly Placed<TaskExample>[],
  batchSize: number,
  seqLen: number,
): Batch {
  const size = batchSize * seqLen;
  const batch: Batch = {
    batchSize,
    seqLen,
    inputIds: new Int32Array(size),
    targets: new Int32Array(size),
    lossMask: new Float32Array(size),
    taskIds: new Int32Array(size).fill(-1),
    exampleIds: new Int32Array(size),
    partIds: new Uint8Array(size),
  };
  const examplesInRow = new Int32Array(batchSize);
  for (const { example, row, start } of placed) {
    examplesInRow[row]! += 1;
    layExample(batch, example, row * seqLen + start, examplesInRow[row]!);
  }
  return batch;
}

function layExample(batch: Batch, example: TaskExample, at: number, exampleId: number): void {
  const { ids, partIds, taskIndex } = example;
  const room = batch.seqLen - (at % batch.seqLen);
  if (ids.length > room) {
    throw new RangeError(`pack: an example of ${ids.length} tokens in ${room} places of its row`);
  }
  for (let i = 0; i < ids.length; i++) {
    batch.inputIds[at + i] = ids[i]!;
    batch.partIds[at + i] = partIds[i]!;
    batch.taskIds[at + i] = taskIndex;
    batch.exampleIds[at + i] = exampleId;
    if (i + 1 < ids.length) {
      batch.targets[at + i] = ids[i + 1]!;
      batch.lossMask[at + i] = partIds[i + 1] === targetPart ? 1 : 0;
    }
  }
}

/**
 * Every example exactly once, in as few [B, T] batches as best-fit-decreasing finds; the last batch
 * may hold empty rows. For evaluation, where order does not matter. Throws RangeError on an example
 * longer than a row, which `encodeExample` with maxLen = seqLen never returns.
 */
export const packBatches = (
  examples: readonly TaskExample[],
  batchSize: number,
  seqLen: number,
): Batch[] =>
  placeInBatches(examples, batchSize, seqLen).map((placed) =>
    buildBatch(placed, batchSize, seqLen),
  );

/** Where `packBatches` lays each example: by batch, in the order of the positions. */
export function placeInBatches<E extends TaskExample>(
  examples: readonly E[],
  batchSize: number,
  seqLen: number,
): Placed<E>[][] {
  const longestFirst = [...examples].sort((a, b) => b.ids.length - a.ids.length);
  const rows: { used: number; examples: { example: E; start: number }[] }[] = [];
  for (const example of longestFirst) {
    const length = example.ids.length;
    let best: (typeof rows)[number] | undefined;
    for (const row of rows) {
      if (row.used + length <= seqLen && (!best || row.used > best.used)) best = row;
    }
    if (!best) rows.push((best = { used: 0, examples: [] }));
    best.examples.push({ example, start: best.used });
    best.used += length;
  }
  const batches: Placed<E>[][] = [];
  for (let first = 0; first < rows.length; first += batchSize) {
    batches.push(
      rows
        .slice(first, first + batchSize)
        .flatMap((row, index) => row.examples.map((one) => ({ ...one, row: index }))),
    );
  }
  return batches;
}
