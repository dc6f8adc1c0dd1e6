import * as tf from '@tensorflow/tfjs-core';
import type { Tokenizer } from '../../src/core/batch/tokenizer.ts';
import { AppError } from '../../src/core/errors.ts';
import type { GenerateRequest, Generation } from '../../src/core/protocol.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Model } from '../model/model.ts';
import type { ModelParams } from '../model/params.ts';
import { yieldToEvents } from '../run/yieldToEvents.ts';
import { padPrompts, startDecoding } from './kvCache.ts';
import type { Decoding } from './kvCache.ts';
import { sampleToken } from './sampleToken.ts';
import { createTextStream } from './textStream.ts';

export interface Generator {
  readonly model: Model;
  readonly params: ModelParams;
  readonly tokenizer: Tokenizer;
}

/**
 * Continues one prompt token by token, greedily or by sampling; `onText` gets each piece of text.
 * @throws AppError 'bad-setting' when the prompt leaves no room in the context.
 */
export async function generate(
  generator: Generator,
  request: GenerateRequest,
  onText: (text: string) => void,
): Promise<Generation> {
  const start = performance.now();
  const { model, params, tokenizer } = generator;
  const prompt = tokenizer.encode(request.prompt);
  const limit = newTokenLimit(prompt.length, request.maxNewTokens, model.config.maxSeqLen);
  const stream = createTextStream(tokenizer);
  const random = randomStream(request.seed, 'generate');
  const decoding = startDecoding(model, params, padPrompts([prompt], limit));
  let nTokens = 0;
  let reason: Generation['reason'] = 'length';
  try {
    while (nTokens < limit) {
      const logits = (await decoding.logits.data()) as Float32Array;
      const id = sampleToken(logits, request.temperature, request.topP, random);
      if (id === tokenizer.eosId) {
        reason = 'eos';
        break;
      }
      nTokens++;
      const text = stream.push(id);
      if (text !== '') onText(text);
      if (nTokens < limit) advanceWith(decoding, [id]);
      await yieldToEvents();
    }
  } finally {
    decoding.dispose();
  }
  return { text: stream.text(), nTokens, elapsedMs: performance.now() - start, reason };
}

function newTokenLimit(promptLength: number, wanted: number, maxSeqLen: number): number {
  const room = maxSeqLen - promptLength;
  if (promptLength > 0 && room > 0) return Math.min(wanted, room);
  throw new AppError(
    'bad-setting',
    `The prompt is ${promptLength} tokens long; this model reads 1 to ${maxSeqLen - 1}`,
    promptLength > 0 ? 'Shorten the prompt.' : 'Write a prompt.',
  );
}

function advanceWith(decoding: Decoding, ids: readonly number[]): void {
  const tensor = tf.tensor1d([...ids], 'int32');
  decoding.advance(tensor);
  tensor.dispose();
}
