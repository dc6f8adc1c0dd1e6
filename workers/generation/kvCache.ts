import * as tf from '@tensorflow/tfjs-core';
import { fillSpans } from '../batch/batchWords.ts';
import { cachedAttention, fillCache } from '../kernels/cachedAttention/cachedAttention.ts';
import type { KvCache } from '../kernels/cachedAttention/kvCache.ts';
import { takeRows } from '../kernels/pickRows/takeRows.ts';
import { scoped } from '../kernels/scoped.ts';
import { allRows } from '../model/families/family.ts';
import type { ModelInputs } from '../model/families/family.ts';
import type { Model } from '../model/model.ts';
import { packedAttend } from '../model/packedAttend.ts';
import type { Params } from '../model/params.ts';

/**
 * Left-padded prompts: row r's tokens end at column P − 1.
 */
export interface PromptBatch {
  readonly ids: Int32Array; // [R, P]
  readonly lengths: readonly number[]; // [R]
  readonly promptLen: number; // P
  readonly capacity: number; // C ≥ P
}

/** Decodes R rows in step, one column at a time. All state lives on the device. */
export interface Decoding {
  /** Logits after the newest column: [R, V]; owned by the decoding, replaced by `advance`. */
  readonly logits: tf.Tensor2D;
  /** Appends one token to each row (int32 [R]) and computes the next logits. */
  advance(ids: tf.Tensor1D): void;
  /** Goes on with these rows alone, in this order. */
  keepRows(rows: readonly number[]): void;
  dispose(): void;
}

const grain = 32;
export const rounded = (columns: number): number => grain * Math.ceil(columns / grain);

/** Prompts as a left-padded batch with room for `maxNewTokens`; sizes are multiples of 32. */
export function padPrompts(
  prompts: readonly (readonly number[])[],
  maxNewTokens: number,
): PromptBatch {
  const longest = prompts.reduce((length, ids) => Math.max(length, ids.length), 1);
  const promptLen = rounded(longest);
  const ids = new Int32Array(prompts.length * promptLen);
  prompts.forEach((prompt, row) => ids.set(prompt, (row + 1) * promptLen - prompt.length));
  return {
    ids,
    lengths: prompts.map(({ length }) => length),
    promptLen,
    capacity: rounded(promptLen + maxNewTokens),
  };
}

/** Where the text of a row stands. */
export interface PlaceInRead {
  /** Column of the cache where it begins. */
  readonly first: number;
  /** So many columns further on than in the cache it stood when it was read. */
  readonly shift: number;
}

/** Reads the prompts in one pass and fills the cache. */
export function startDecoding(model: Model, params: Params, prompts: PromptBatch): Decoding {
  const places = firstColumns(prompts).map((first) => ({ first, shift: 0 }));
  const read = scoped(() => keepAll(readPrompts(model, params, prompts)));
  return decodeFrom(model, params, read, places, prompts.promptLen);
}

/** Goes on at this column after what has been read, which it owns from now on. Kept tensors. */
export function decodeFrom(
  model: Model,
  params: Params,
  read: Decoded,
  rowPlaces: readonly PlaceInRead[],
  firstColumn: number,
): Decoding {
  let { caches, logits } = read;
  let places = rowPlaces;
  let column = firstColumn;
  return {
    get logits() {
      return logits;
    },
    advance(ids) {
      const at = { inputIds: ids, places, firstColumn: column };
      const next = scoped(() => keepAll(readColumn(model, params, caches, at)));
      disposeAll({ caches, logits });
      ({ caches, logits } = next);
      column++;
    },
    keepRows(rows) {
      const next = scoped(() =>
        keepAll(rowsOf({ caches, logits }, tf.tensor1d([...rows], 'int32'))),
      );
      disposeAll({ caches, logits });
      ({ caches, logits } = next);
      places = rows.map((row) => places[row]!);
    },
    dispose: () => disposeAll({ caches, logits }),
  };
}

/** What has been read of R rows. */
export interface Decoded {
  /** One for each attention of the model. */
  readonly caches: ReadonlyMap<string, KvCache>;
  readonly logits: tf.Tensor2D;
}

const tensorsOf = ({ caches, logits }: Decoded): tf.Tensor[] => [logits, ...caches.values()];
export function keepAll(decoded: Decoded): Decoded {
  for (const tensor of tensorsOf(decoded)) tf.keep(tensor);
  return decoded;
}
export const disposeAll = (decoded: Decoded): void => tf.dispose(tensorsOf(decoded));

const rowsOf = ({ caches, logits }: Decoded, rows: tf.Tensor1D): Decoded => ({
  caches: new Map([...caches].map(([key, cache]) => [key, takeRows(cache, rows)])),
  logits: takeRows(logits, rows),
});

/** Where each prompt begins: [R]. */
const firstColumns = ({ lengths, promptLen }: PromptBatch): number[] =>
  lengths.map((length) => promptLen - length);

/** Causal inside each prompt; padding sees itself only: [2, R·P]. */
function promptSpans({ lengths, promptLen }: PromptBatch): Int32Array {
  const nPositions = lengths.length * promptLen;
  const exampleIds = new Int32Array(nPositions);
  lengths.forEach((length, row) => {
    exampleIds.fill(1, (row + 1) * promptLen - length, (row + 1) * promptLen);
  });
  const spans = new Int32Array(2 * nPositions);
  fillSpans(exampleIds, promptLen, spans);
  return spans;
}

/** The model's forward pass over whole prompts; attention fills the cache on the way. */
function readPrompts(model: Model, params: Params, prompts: PromptBatch): Decoded {
  const { ids, lengths, promptLen, capacity } = prompts;
  const caches = new Map<string, KvCache>();
  const spans = promptSpans(prompts);
  const ends = lengths.map((_, row) => (row + 1) * promptLen - 1);
  const lastRows = tf.tensor1d(ends, 'int32');
  const inputs: ModelInputs = {
    inputIds: tf.tensor1d(ids, 'int32'),
    starts: tf.tensor1d(spans.subarray(0, ids.length), 'int32'),
    seqLen: promptLen,
    firstColumn: 0,
    pick: (states) => takeRows(states, lastRows), // [R, …]
  };
  const attend = packedAttend(tf.tensor2d(spans, [2, ids.length]), promptLen);
  const hidden = model.hidden(params, inputs, (heads) => {
    caches.set(heads.key, fillCache(heads.packed, heads.layout, promptLen, capacity));
    return attend(heads);
  });
  return { caches, logits: model.logits(params, hidden) };
}

/** One more token of every row, and where it stands. */
interface Column {
  readonly inputIds: tf.Tensor1D; // int32 [R]
  readonly places: readonly PlaceInRead[]; // [R]
  readonly firstColumn: number;
}

/** The same forward pass over one more token of every row; attention reads the cache. */
function readColumn(
  model: Model,
  params: Params,
  caches: ReadonlyMap<string, KvCache>,
  { inputIds, places, firstColumn }: Column,
): Decoded {
  const next = new Map<string, KvCache>();
  const firsts = places.map(({ first }) => first);
  const starts = tf.tensor1d(firsts, 'int32');
  const isShifted = places.some(({ shift }) => shift !== 0);
  const stoodAt = isShifted ? places.map(({ shift }) => firstColumn + shift) : undefined;
  const inputs: ModelInputs = { inputIds, starts, firstColumn, stoodAt, seqLen: 1, pick: allRows };
  const hidden = model.hidden(params, inputs, ({ key, packed, layout }) => {
    const step = cachedAttention(packed, caches.get(key)!, starts, layout, firstColumn);
    next.set(key, step.cache);
    return step.mixed;
  });
  return { caches: next, logits: model.logits(params, hidden) };
}
