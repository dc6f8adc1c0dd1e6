import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { attentionProbs } from '../kernels/attention/attention.ts';
import { embedding } from '../kernels/embedding/embedding.ts';
import { oneHot } from '../kernels/oneHot.ts';
import { rmsNorm } from '../kernels/rmsNorm/rmsNorm.ts';
import { scoped } from '../kernels/scoped.ts';
import { forbidden } from '../loop/attentionMask.ts';
import { projectHeads } from '../model/attention.ts';
import type { Heads } from '../model/attention.ts';
import type { Model } from '../model/model.ts';
import type { ModelParams } from '../model/params.ts';
import { createRope, disposeRope } from '../model/ropeTables.ts';
import type { Rope } from '../model/ropeTables.ts';
import { allRows, decoder, decoderBlock, head } from '../model/transformer.ts';

/** Keys and values of one layer at every column seen so far, zeros further on. */
interface LayerCache {
  readonly keys: tf.Tensor4D; // [R, Hkv, Dh, C], transposed: the product with a query is direct
  readonly values: tf.Tensor4D; // [R, Hkv, C, Dh]
}

/**
 * Left-padded prompts: row r's tokens end at column P − 1. RoPE sees distances only, so the columns
 * serve as positions.
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
  dispose(): void;
}

const grain = 32;

/** Prompts as a left-padded batch with room for `maxNewTokens`; sizes are multiples of 32. */
export function padPrompts(
  prompts: readonly (readonly number[])[],
  maxNewTokens: number,
): PromptBatch {
  const longest = prompts.reduce((length, ids) => Math.max(length, ids.length), 1);
  const promptLen = Math.ceil(longest / grain) * grain;
  const ids = new Int32Array(prompts.length * promptLen);
  prompts.forEach((prompt, row) => ids.set(prompt, (row + 1) * promptLen - prompt.length));
  return {
    ids,
    lengths: prompts.map(({ length }) => length),
    promptLen,
    capacity: Math.ceil((promptLen + maxNewTokens) / grain) * grain,
  };
}

/** Reads the prompts in one pass and fills the cache. */
export function startDecoding(model: Model, params: ModelParams, prompts: PromptBatch): Decoding {
  const { config } = model;
  const { promptLen, capacity, lengths } = prompts;
  const columns = columnMask(prompts); // [R, C]
  const positions = createRope(config, capacity);
  let { caches, logits } = prefill(model, params, prompts);
  let column = promptLen;
  return {
    get logits() {
      return logits;
    },
    advance(ids) {
      for (let row = 0; row < lengths.length; row++) columns[row * capacity + column] = 0;
      const next = scoped(() => {
        const mask = tf.tensor4d(columns.slice(), [lengths.length, 1, 1, capacity]);
        const here = positionAt(positions, column);
        return keepAll(decodeColumn(config, params, caches, ids, { mask, here, column, capacity }));
      });
      disposeAll({ caches, logits });
      ({ caches, logits } = next);
      column++;
    },
    dispose() {
      disposeAll({ caches, logits });
      disposeRope(positions);
    },
  };
}

interface Decoded {
  readonly caches: readonly LayerCache[];
  readonly logits: tf.Tensor2D;
}

const tensorsOf = ({ caches, logits }: Decoded): tf.Tensor[] => [
  logits,
  ...caches.flatMap(({ keys, values }) => [keys, values]),
];
function keepAll(decoded: Decoded): Decoded {
  for (const tensor of tensorsOf(decoded)) tf.keep(tensor);
  return decoded;
}
const disposeAll = (decoded: Decoded): void => tf.dispose(tensorsOf(decoded));

/** 0 at the columns of each prompt, −1e9 elsewhere: [R, C]. */
function columnMask({ lengths, promptLen, capacity }: PromptBatch): Float32Array {
  const mask = new Float32Array(lengths.length * capacity).fill(forbidden);
  lengths.forEach((length, row) => {
    mask.fill(0, row * capacity + promptLen - length, row * capacity + promptLen);
  });
  return mask;
}

/** Causal mask over the prompts: [R, 1, P, P]; padding sees itself only. */
function prefillMask({ lengths, promptLen }: PromptBatch): tf.Tensor4D {
  const mask = new Float32Array(lengths.length * promptLen * promptLen).fill(forbidden);
  lengths.forEach((length, row) => {
    const start = promptLen - length;
    for (let i = 0; i < promptLen; i++) {
      const at = (row * promptLen + i) * promptLen;
      mask.fill(0, at + Math.min(i, start), at + i + 1);
    }
  });
  return tf.tensor4d(mask, [lengths.length, 1, promptLen, promptLen]);
}

function prefill(model: Model, params: ModelParams, prompts: PromptBatch): Decoded {
  const { promptLen, capacity, lengths } = prompts;
  return scoped(() => {
    const caches: LayerCache[] = [];
    const ends = lengths.map((_, row) => (row + 1) * promptLen - 1);
    const lastRows = tf.tensor1d(ends, 'int32');
    const inputs = {
      inputIds: tf.tensor1d(prompts.ids, 'int32'),
      mask: prefillMask(prompts),
      seqLen: promptLen,
      pick: (states: tf.Tensor2D) => tf.gather(states, lastRows), // [R, …]
      positions: model.rope(promptLen),
    };
    const hidden = decoder(params, model.config, inputs, (heads) =>
      caches.push(filledCache(heads, capacity - promptLen)),
    );
    return keepAll({ caches, logits: head(params, hidden) });
  });
}

function filledCache({ keys, values }: Heads, room: number): LayerCache {
  const none: [number, number] = [0, 0];
  const turned = tf.transpose(keys, [0, 1, 3, 2]); // [R, Hkv, Dh, P]
  return {
    keys: tf.pad4d(turned, [none, none, none, [0, room]]),
    values: tf.pad4d(values, [none, none, [0, room], none]),
  };
}

interface Column {
  readonly mask: tf.Tensor4D; // [R, 1, 1, C]
  readonly here: Rope; // tables of this position
  readonly column: number;
  readonly capacity: number;
}

/** One more token for every row. ids: int32 [R]. */
function decodeColumn(
  config: ModelConfig,
  params: ModelParams,
  caches: readonly LayerCache[],
  ids: tf.Tensor1D,
  at: Column,
): Decoded {
  const next: LayerCache[] = [];
  const isHere = oneHot(tf.tensor1d([at.column], 'int32'), at.capacity); // [1, C]
  let x = embedding(params.embedTokens, ids); // [R, D]
  params.layers.forEach((layer, i) => {
    x = decoderBlock(x, layer, config, allRows, (normed) => {
      const heads = projectHeads(normed, layer, config, 1, at.here);
      const cache = written(caches[i]!, heads, isHere);
      next.push(cache);
      return attendToCache(heads.queries, cache, at.mask);
    });
  });
  const hidden = rmsNorm(x, params.norm, config.rmsNormEps);
  return { caches: next, logits: head(params, hidden) };
}

/** The cache with this column's keys and values: outer products with the one-hot column. */
function written(cache: LayerCache, { keys, values }: Heads, isHere: tf.Tensor): LayerCache {
  const newKeys = tf.mul(tf.transpose(keys, [0, 1, 3, 2]), isHere); // [R, Hkv, Dh, C]
  const newValues = tf.mul(values, tf.reshape(isHere, [-1, 1])); // [R, Hkv, C, Dh]
  return {
    keys: tf.add<tf.Tensor4D>(cache.keys, newKeys),
    values: tf.add<tf.Tensor4D>(cache.values, newValues),
  };
}

/** queries: [R, H, 1, Dh]; gives [R, H·Dh]. */
function attendToCache(queries: tf.Tensor4D, { keys, values }: LayerCache, mask: tf.Tensor4D) {
  const [nRows, nHeads, , headDim] = queries.shape;
  const grouped = tf.reshape(queries, [nRows, keys.shape[1], -1, headDim]); // [R, Hkv, G, Dh]
  const probs = attentionProbs(tf.matMul(grouped, keys), mask); // [R, Hkv, G, C]
  return tf.reshape<tf.Rank.R2>(tf.matMul(probs, values), [nRows, nHeads * headDim]);
}

function positionAt({ queries, keys }: Rope, column: number): Rope {
  const at = (table: tf.Tensor2D): tf.Tensor2D => tf.slice2d(table, [column, 0], [1, -1]);
  const row = ({ cos, sin, rotation }: Rope['keys']) => ({ cos: at(cos), sin: at(sin), rotation });
  return { queries: row(queries), keys: row(keys) };
}
