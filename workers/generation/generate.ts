import * as tf from '@tensorflow/tfjs-core';
import { AppError } from '../../src/core/errors.ts';
import type { GeneratedToken, GenerateRequest, Generation } from '../../src/core/protocol/index.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import { type QuestionRead, readQuestion } from '../../src/core/tokens/readQuestion.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';
import type { Model } from '../model/model.ts';
import type { Params } from '../model/params.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import { padPrompts, startDecoding } from './kvCache.ts';
import type { Decoding } from './kvCache.ts';
import { sampleToken } from './sampleToken.ts';
import { createTextStream } from './textStream.ts';
import { weighToken } from './weighToken.ts';

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
  const { maxNewTokens, temperature, topP, begin = [], withTokens = false } = request;
  const { ids, cut } = questionOf(request, reading, model.config.maxSeqLen);
  const stream = createTextStream(tokenizer);
  const random = randomStream(request.seed, 'generate');
  const decoding = startDecoding(model, params, padPrompts([ids], maxNewTokens));
  const tokens: GeneratedToken[] = [];
  let nTokens = 0;
  let reason: Generation['reason'] = 'length';
  try {
    while (nTokens < maxNewTokens) {
      const logits = (await decoding.logits.data()) as Float32Array;
      const id = begin[nTokens] ?? sampleToken(logits, temperature, topP, random);
      const isEnd = id === tokenizer.eosId;
      const text = isEnd ? '' : stream.push(id);
      if (withTokens) tokens.push({ ...weighToken(logits, id, tokenizer), text });
      if (isEnd) {
        reason = 'eos';
        break;
      }
      nTokens++;
      if (text !== '') onText(text);
      if (nTokens < maxNewTokens) advanceWith(decoding, [id]);
      await yieldToEvents();
    }
  } finally {
    decoding.dispose();
  }
  const elapsedMs = performance.now() - start;
  const prompt = tokenizer.decode(ids);
  return { text: stream.text(), prompt, cut, nTokens, tokens, elapsedMs, reason };
}

function questionOf(
  { wording, input, options = [], shots = [], maxNewTokens }: GenerateRequest,
  reading: Reading,
  maxSeqLen: number,
): QuestionRead {
  const asked = { input, options, showsOptions: options.length > 0 };
  const about = { task: null, instruction: wording, asked, shots };
  const question = readQuestion(reading, about, maxSeqLen, maxNewTokens);
  if (question) return question;
  throw new AppError('bad-setting', 'questionTooLong', { maxNewTokens, maxSeqLen });
}

function advanceWith(decoding: Decoding, ids: readonly number[]): void {
  const tensor = tf.tensor1d([...ids], 'int32');
  decoding.advance(tensor);
  tensor.dispose();
}
