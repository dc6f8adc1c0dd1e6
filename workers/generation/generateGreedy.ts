import * as tf from '@tensorflow/tfjs-core';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import type { Generator } from './generate.ts';
import { padPrompts, startDecoding } from './kvCache.ts';

/**
 * Greedy answers to many prompts at once (token ids, as trained). The chosen tokens feed the next
 * step on the device; they are read every few steps, to stop once every row has ended.
 * Answers end before end-of-sequence.
 */
export async function generateGreedy(
  { model, params, tokenizer }: Generator,
  prompts: readonly (readonly number[])[],
  maxNewTokens: number,
): Promise<string[]> {
  const answers = prompts.map((): Answer => ({ ids: [], isEnded: false }));
  // On WebGPU each look waits for the queue to empty; elsewhere the tokens are there at once.
  const stepsBetweenReads = tf.getBackend() === 'webgpu' ? 8 : 1;
  const decoding = startDecoding(model, params, padPrompts(prompts, maxNewTokens));
  const unread: tf.Tensor1D[] = [];
  try {
    for (let step = 1; step <= maxNewTokens && !answers.every(({ isEnded }) => isEnded); step++) {
      const ids = tf.argMax<tf.Tensor1D>(decoding.logits, 1); // int32 [R]
      unread.push(ids);
      if (step < maxNewTokens) decoding.advance(ids);
      if (unread.length === stepsBetweenReads || step === maxNewTokens) {
        await readColumns(unread.splice(0), answers, tokenizer.eosId);
      }
      await yieldToEvents();
    }
  } finally {
    tf.dispose(unread);
    decoding.dispose();
  }
  return answers.map(({ ids }) => tokenizer.decode(ids).trim());
}

interface Answer {
  readonly ids: number[];
  isEnded: boolean;
}

/** Appends each column of tokens (int32 [R]) to the answers that have not ended; disposes them. */
async function readColumns(
  columns: readonly tf.Tensor1D[],
  answers: readonly Answer[],
  eosId: number,
): Promise<void> {
  for (const column of columns) {
    const ids = await column.data();
    column.dispose();
    answers.forEach((answer, row) => {
      const id = ids[row]!;
      answer.isEnded ||= id === eosId;
      if (!answer.isEnded) answer.ids.push(id);
    });
  }
}
