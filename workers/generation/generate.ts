import * as tf from '@tensorflow/tfjs-core';
import { encodeQuestion, type EncodedQuestion } from '../../src/core/tokens/encode.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';
import { AppError } from '../../src/core/errors.ts';
import type { GenerateRequest, Generation } from '../../src/core/protocol/index.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import { renderExample } from '../../src/core/render/render.ts';
import type { Model } from '../model/model.ts';
import type { Params } from '../model/params.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import { padPrompts, startDecoding } from './kvCache.ts';
import type { Decoding } from './kvCache.ts';
import { sampleToken } from './sampleToken.ts';
import { createTextStream } from './textStream.ts';

export interface Generator {
  readonly model: Model;
  readonly params: Params;
  readonly tokenizer: Tokenizer;
}

/**
 * Continues one prompt token by token, greedily or by sampling; `onText` gets each piece of text.
 * @throws AppError 'bad-setting' when question and answer do not fit the context.
 */
export async function generate(
  { model, params }: Generator,
  reading: Reading,
  request: GenerateRequest,
  onText: (text: string) => void,
): Promise<Generation> {
  const start = performance.now();
  const { tokenizer } = reading;
  const { maxNewTokens } = request;
  const { ids, cut } = readQuestion(request, reading, model.config.maxSeqLen);
  const stream = createTextStream(tokenizer);
  const random = randomStream(request.seed, 'generate');
  const decoding = startDecoding(model, params, padPrompts([ids], maxNewTokens));
  let nTokens = 0;
  let reason: Generation['reason'] = 'length';
  try {
    while (nTokens < maxNewTokens) {
      const logits = (await decoding.logits.data()) as Float32Array;
      const id = sampleToken(logits, request.temperature, request.topP, random);
      if (id === tokenizer.eosId) {
        reason = 'eos';
        break;
      }
      nTokens++;
      const text = stream.push(id);
      if (text !== '') onText(text);
      if (nTokens < maxNewTokens) advanceWith(decoding, [id]);
      await yieldToEvents();
    }
  } finally {
    decoding.dispose();
  }
  const elapsedMs = performance.now() - start;
  return { text: stream.text(), prompt: tokenizer.decode(ids), cut, nTokens, elapsedMs, reason };
}

function readQuestion(
  { wording, input, options = [], maxNewTokens }: GenerateRequest,
  { tokenizer, format }: Reading,
  maxSeqLen: number,
): EncodedQuestion {
  const asked = { input, options, showsOptions: options.length > 0 };
  const about = { task: null, instruction: wording, asked, shots: [] };
  const rendered = renderExample(format, about, '');
  const question = encodeQuestion(rendered, tokenizer, maxSeqLen, maxNewTokens);
  if (question) return question;
  throw new AppError('bad-setting', 'questionTooLong', { maxNewTokens, maxSeqLen });
}

function advanceWith(decoding: Decoding, ids: readonly number[]): void {
  const tensor = tf.tensor1d([...ids], 'int32');
  decoding.advance(tensor);
  tensor.dispose();
}
