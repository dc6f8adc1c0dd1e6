import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { cachedAttention, fillCache } from '../kernels/cachedAttention/cachedAttention.ts';
import type { KvCache } from '../kernels/cachedAttention/kvCache.ts';
import { embedding } from '../kernels/embedding/embedding.ts';
import { rmsNorm } from '../kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../kernels/rope/rope.ts';
import { scoped } from '../kernels/scoped.ts';
import { fillSpans } from '../batch/batchWords.ts';
import type { Model } from '../model/model.ts';
import type { ModelParams } from '../model/params.ts';
import { project } from '../model/project.ts';
import { createRopeTable } from '../model/ropeTable.ts';
import { allRows, decoder, decoderBlock, head } from '../model/transformer.ts';

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
  const { promptLen, capacity } = prompts;
  const firsts = tf.tensor1d(firstColumns(prompts), 'int32'); // [R]
  const ropeTable = createRopeTable(config, capacity);
  let { caches, logits } = prefill(model, params, prompts);
  let column = promptLen;
  return {
    get logits() {
      return logits;
    },
    advance(ids) {
      const next = scoped(() =>
        keepAll(decodeColumn(config, params, caches, ids, { firsts, ropeTable, column })),
      );
      disposeAll({ caches, logits });
      ({ caches, logits } = next);
      column++;
    },
    dispose() {
      disposeAll({ caches, logits });
      tf.dispose([firsts, ropeTable]);
    },
  };
}

interface Decoded {
  /** One for each layer. */
  readonly caches: readonly KvCache[];
  readonly logits: tf.Tensor2D;
}

const tensorsOf = ({ caches, logits }: Decoded): tf.Tensor[] => [logits, ...caches];
function keepAll(decoded: Decoded): Decoded {
  for (const tensor of tensorsOf(decoded)) tf.keep(tensor);
  return decoded;
}
const disposeAll = (decoded: Decoded): void => tf.dispose(tensorsOf(decoded));

/** Where each prompt begins: [R]. */
const firstColumns = ({ lengths, promptLen }: PromptBatch): number[] =>
  lengths.map((length) => promptLen - length);

/** Causal inside each prompt; padding sees itself only: [2, R·P]. */
function promptSpans({ lengths, promptLen }: PromptBatch): tf.Tensor2D {
  const nPositions = lengths.length * promptLen;
  const exampleIds = new Int32Array(nPositions);
  lengths.forEach((length, row) => {
    exampleIds.fill(1, (row + 1) * promptLen - length, (row + 1) * promptLen);
  });
  const spans = new Int32Array(2 * nPositions);
  fillSpans(exampleIds, promptLen, spans);
  return tf.tensor2d(spans, [2, nPositions]);
}

function prefill(model: Model, params: ModelParams, prompts: PromptBatch): Decoded {
  const { promptLen, capacity, lengths } = prompts;
  const { config } = model;
  return scoped(() => {
    const caches: KvCache[] = [];
    const ends = lengths.map((_, row) => (row + 1) * promptLen - 1);
    const lastRows = tf.tensor1d(ends, 'int32');
    const inputs = {
      inputIds: tf.tensor1d(prompts.ids, 'int32'),
      spans: promptSpans(prompts),
      seqLen: promptLen,
      pick: (states: tf.Tensor2D) => tf.gather(states, lastRows), // [R, …]
      ropeTable: model.ropeTable(promptLen),
    };
    const hidden = decoder(params, config, inputs, (qkv) =>
      caches.push(fillCache(qkv, config, promptLen, capacity)),
    );
    return keepAll({ caches, logits: head(params, hidden) });
  });
}

interface Column {
  readonly firsts: tf.Tensor1D; // int32 [R]
  readonly ropeTable: tf.Tensor2D; // [C, Dh]
  readonly column: number;
}

/** One more token for every row. ids: int32 [R]. */
function decodeColumn(
  config: ModelConfig,
  params: ModelParams,
  caches: readonly KvCache[],
  ids: tf.Tensor1D,
  { firsts, ropeTable, column }: Column,
): Decoded {
  const next: KvCache[] = [];
  let x = embedding(params.embedTokens, ids); // [R, D]
  params.layers.forEach((layer, i) => {
    x = decoderBlock(x, layer, config, allRows, (normed) => {
      const qkv = rope(project(normed, layer.qkvProj), ropeTable, config, 1, column);
      const { mixed, cache } = cachedAttention(qkv, caches[i]!, firsts, config, column);
      next.push(cache);
      return mixed;
    });
  });
  const hidden = rmsNorm(x, params.norm, config.rmsNormEps);
  return { caches: next, logits: head(params, hidden) };
}
