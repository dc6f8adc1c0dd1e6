import * as tf from '@tensorflow/tfjs-core';
import { llama } from '../../src/core/families/llama.ts';
import { readSafetensors } from '../../src/core/formats/safetensors.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import { flatParams } from '../../workers/data/loadModel.ts';
import { padPrompts, startDecoding } from '../../workers/generation/kvCache.ts';
import { fillSpans } from '../../workers/batch/batchWords.ts';
import { computeGradients } from '../../workers/loop/gradients.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import { sftLosses } from '../../workers/objectives/sft.ts';
import { allRows } from '../../workers/model/families/family.ts';
import { packedAttend } from '../../workers/model/packedAttend.ts';
import config from '../fixtures/parity/tiny/config.json';
import expected from '../fixtures/parity/tiny/expected.json';
import weightsUrl from '../fixtures/parity/tiny/model.safetensors?url&inline';

/** Largest differences from the PyTorch reference, relative to the largest value. */
export interface Parity {
  readonly logits: number;
  readonly loss: number;
  readonly gradients: Readonly<Record<string, number>>;
  /** Logits with the key-value cache, token by token, against those of the whole text at once. */
  readonly decoding: number;
}

/** Runs the recorded batch through our model on the backend that is on. */
export async function measureParity(): Promise<Parity> {
  const { model, weights } = await loadTiny();
  const batch = recordedBatch();
  const state = initialState(weights);
  const device = state.batchMemory.upload(batch, model);
  const everywhere = { ...device.inputs, pick: allRows };
  const hidden = model.hidden(weights.params, everywhere, device.attend);
  const logits = model.logits(weights.params, hidden);
  const { losses } = computeGradients(sftLosses(model), state, device);
  const loss = await tf.sum(tf.mul(losses, device.weights)).data();
  const grads = await state.grads.read();
  disposeState(state);
  const gradients: Record<string, number> = {};
  for (const { name, offset, size } of model.layout.specs) {
    const wanted = expected.gradients[name as keyof typeof expected.gradients];
    gradients[name] = difference(grads.slice(offset, offset + size), wanted);
  }
  const isToken = (at: number): boolean =>
    batch.exampleIds[Math.floor(at / model.config.vocabSize)]! > 0;
  return {
    logits: difference(await logits.data(), expected.logits, isToken),
    loss: Math.abs(loss[0]! - expected.loss) / expected.loss,
    gradients,
    decoding: await measureDecoding({ model, weights }),
  };
}

/** Two prompts of unlike length, then three more tokens each through the cache. */
async function measureDecoding({ model, weights }: Awaited<ReturnType<typeof loadTiny>>) {
  const texts = [
    [7, 12, 15, 38, 17, 20, 21, 22],
    [40, 3, 9, 30, 31],
  ];
  const prompts = texts.map((ids) => ids.slice(0, -3));
  const decoding = startDecoding(model, weights.params, padPrompts(prompts, 4));
  for (const back of [3, 2, 1]) {
    const next = texts.map((ids) => ids[ids.length - back]!);
    decoding.advance(tf.tensor1d(next, 'int32'));
  }
  const got = await decoding.logits.data();
  const wanted = await Promise.all(texts.map((ids) => lastLogits({ model, weights }, ids)));
  decoding.dispose();
  return difference(got, wanted.flat());
}

/** Logits [V] after a text that stands alone in its row, without a cache. */
async function lastLogits(
  { model, weights }: Awaited<ReturnType<typeof loadTiny>>,
  ids: readonly number[],
): Promise<number[]> {
  const seqLen = ids.length;
  const logits = await packedLogits({ model, weights }, ids, new Int32Array(seqLen).fill(1)).data();
  return Array.from(logits.slice(-model.config.vocabSize));
}

/** Logits of one row of packed examples: [T, V]. */
export function packedLogits(
  { model, weights: { params } }: Awaited<ReturnType<typeof loadTiny>>,
  ids: readonly number[],
  exampleIds: Int32Array,
): tf.Tensor2D {
  const seqLen = ids.length;
  const spans = new Int32Array(2 * seqLen);
  fillSpans(exampleIds, seqLen, spans);
  const inputs = {
    inputIds: tf.tensor1d([...ids], 'int32'),
    starts: tf.tensor1d(spans.subarray(0, seqLen), 'int32'),
    seqLen,
    firstColumn: 0,
    pick: allRows,
  };
  const attend = packedAttend(tf.tensor2d(spans, [2, seqLen]), seqLen);
  return model.logits(params, model.hidden(params, inputs, attend));
}

/** The recorded tiny model. */
export async function loadTiny() {
  const model = createModel(llama.parseConfig(config));
  const bytes = new Uint8Array(await (await fetch(weightsUrl)).arrayBuffer());
  return { model, weights: weightsOf(model, flatParams(model.layout, readSafetensors(bytes))) };
}

/** A batch as recipe/parity.py writes it down. */
export interface RecordedBatch {
  readonly batchSize: number;
  readonly seqLen: number;
  readonly inputIds: readonly number[];
  readonly targets: readonly number[];
  readonly lossMask: readonly number[];
  readonly exampleIds: readonly number[];
}

/** The batch that PyTorch saw; the tiny model's unless another record is given. */
export function recordedBatch(recorded: RecordedBatch = expected): Batch {
  const { batchSize, seqLen, inputIds, targets, lossMask, exampleIds } = recorded;
  return {
    batchSize,
    seqLen,
    inputIds: Int32Array.from(inputIds),
    targets: Int32Array.from(targets),
    lossMask: Float32Array.from(lossMask),
    exampleIds: Int32Array.from(exampleIds),
    taskIds: Int32Array.from(exampleIds, (id) => (id > 0 ? 0 : -1)),
    partIds: new Uint8Array(inputIds.length),
  };
}

/** Largest difference, relative to the largest wanted value; `counts` leaves places out. */
export function difference(
  got: ArrayLike<number>,
  wanted: readonly number[],
  counts: (at: number) => boolean = () => true,
): number {
  if (got.length !== wanted.length)
    throw new Error(`${got.length} values, wanted ${wanted.length}`);
  let largest = 0;
  let worst = 0;
  wanted.forEach((value, at) => {
    if (!counts(at)) return;
    largest = Math.max(largest, Math.abs(value));
    worst = Math.max(worst, Math.abs(got[at]! - value));
  });
  return worst / largest;
}
