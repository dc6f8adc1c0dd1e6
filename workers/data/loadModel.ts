import { AppError } from '../../src/core/errors.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';
import { unseenTokens } from '../../src/core/tokens/unseenTokens.ts';
import { parseModelConfig } from '../../src/core/families/parseModelConfig.ts';
import { readSafetensors } from '../../src/core/formats/safetensors.ts';
import { createTokenizer } from '../../src/core/formats/tokenizerJson.ts';
import type { Download, ModelInfo } from '../../src/core/protocol/index.ts';
import type { ModelFamily } from '../model/families/family.ts';
import { families as shipped } from '../model/families/index.ts';
import { createModel, weightsOf } from '../model/model.ts';
import type { Model } from '../model/model.ts';
import type { ParamLayout } from '../model/layout.ts';
import type { ModelWeights } from '../model/weights.ts';
import { digestOf, download, parseDownloadedJson } from './download.ts';

export interface LoadedModel {
  readonly info: ModelInfo;
  readonly model: Model;
  readonly tokenizer: Tokenizer;
  readonly base: ModelWeights;
  /** Tokens that pre-training never showed. */
  readonly unseen: ReadonlySet<number>;
}

type Tensors = ReturnType<typeof readSafetensors>;

/**
 * Fetches config.json, tokenizer.json and model.safetensors from a folder (URL with a slash at its
 * end) and puts the weights on the device.
 * @throws AppError 'download-failed' or 'model-mismatch'.
 */
export async function loadModel(
  folder: string,
  name: string,
  onProgress: (download: Download) => void,
  families: readonly ModelFamily[] = shipped,
): Promise<LoadedModel> {
  const files = await fetchFiles(folder, onProgress);
  const config = parseModelConfig(
    parseDownloadedJson(`${folder}config.json`, files.config),
    families.map(({ spec }) => spec),
  );
  const tokenizer = createTokenizer(
    parseDownloadedJson(`${folder}tokenizer.json`, files.tokenizer),
  );
  if (tokenizer.vocabSize > config.vocabSize) {
    const values = { tokens: tokenizer.vocabSize, vocabSize: config.vocabSize };
    throw new AppError('model-mismatch', 'tokenizerTooLarge', values);
  }
  const model = createModel(config, families);
  const flat = flatParams(model.layout, readSafetensors(files.weights));
  const unseen = unseenIn(model.layout, flat, tokenizer.padId);
  const base = weightsOf(model, flat);
  const { nLayers, dModel, nHeads, vocabSize, maxSeqLen } = config;
  const info = {
    name,
    sha256: await digestOf(files.weights),
    nParams: model.layout.nParams,
    nLayers,
    dModel,
    nHeads,
    vocabSize,
    maxSeqLen,
    activationWords: model.activationWords,
  };
  return { info, model, tokenizer, base, unseen };
}

function unseenIn({ specs }: ParamLayout, flat: Float32Array, padId: number): ReadonlySet<number> {
  const table = specs.find(({ plan }) => plan.role === 'embedding');
  if (!table) return new Set();
  const { offset, size, shape } = table;
  return unseenTokens(flat.subarray(offset, offset + size), shape[1]!, padId);
}

async function fetchFiles(folder: string, onProgress: (download: Download) => void) {
  const progress = new Map<string, Download>();
  const fetchOne = (file: string): Promise<Uint8Array> =>
    download(folder + file, {
      onProgress: (part) => {
        progress.set(file, part);
        onProgress(sum([...progress.values()]));
      },
    });
  const [config, tokenizer, weights] = await Promise.all([
    fetchOne('config.json'),
    fetchOne('tokenizer.json'),
    fetchOne('model.safetensors'),
  ]);
  return { config, tokenizer, weights };
}

const sum = (parts: readonly Download[]): Download => ({
  loadedBytes: parts.reduce((total, { loadedBytes }) => total + loadedBytes, 0),
  totalBytes: parts.reduce((total, { totalBytes }) => total + totalBytes, 0),
});

/**
 * The tensors of a checkpoint as one vector [P] as the layout has it. Tied tensors may be there or
 * not; anything else missing, extra or of another shape is refused.
 */
export function flatParams(
  { specs, ties, flatLength }: ParamLayout,
  tensors: Tensors,
): Float32Array {
  const flat = new Float32Array(flatLength);
  for (const { name, shape, stored, offset } of specs) {
    const tensor = tensors.get(name);
    const wanted = stored?.shape(shape) ?? shape;
    if (!tensor) throw new AppError('model-mismatch', 'tensorMissing', { name, shape: wanted });
    if (tensor.shape.join() !== wanted.join()) {
      throw new AppError('model-mismatch', 'tensorShape', { name, shape: tensor.shape, wanted });
    }
    flat.set(stored?.fromStored(tensor.data, shape) ?? tensor.data, offset);
  }
  const tied = ties.flatMap(({ plan }) => plan.tensors);
  const known = new Set([...tied, ...specs].map(({ name }) => name));
  const extra = [...tensors.keys()].find((name) => !known.has(name));
  if (extra !== undefined) throw new AppError('model-mismatch', 'unknownTensor', { name: extra });
  return flat;
}

/** The opposite of `flatParams`, for export. */
export function namedTensors(
  { specs }: ParamLayout,
  flat: Float32Array,
): Map<string, { shape: readonly number[]; data: Float32Array }> {
  return new Map(
    specs.map(({ name, shape, stored, offset, size }) => {
      const data = flat.slice(offset, offset + size);
      if (!stored) return [name, { shape, data }];
      return [name, { shape: stored.shape(shape), data: stored.toStored(data, shape) }];
    }),
  );
}
