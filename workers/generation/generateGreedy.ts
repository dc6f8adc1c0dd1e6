import * as tf from '@tensorflow/tfjs-core';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import { WrittenAnswer } from './writtenAnswer.ts';
import type { Generator } from './generate.ts';
import { padPrompts, startDecoding, type Decoding } from './kvCache.ts';

/** A prompt as token ids, as trained, and how long its answer may be. */
export interface GreedyQuestion {
  readonly promptIds: readonly number[];
  readonly maxNewTokens: number;
}

export interface GreedyAnswer {
  readonly text: string;
  /** It had not ended when it was as long as it may be. */
  readonly isCut: boolean;
}

/** Of the rows that are decoded, those that have ended are left behind once they are so many. */
const endedShare = 1 / 4;

/** Greedy answers to many prompts at once. Answers end before end-of-sequence. */
export async function generateGreedy(
  { model, params, tokenizer }: Generator,
  questions: readonly GreedyQuestion[],
): Promise<GreedyAnswer[]> {
  const answers = questions.map(({ maxNewTokens }) => new WrittenAnswer(maxNewTokens));
  const longest = Math.max(...questions.map(({ maxNewTokens }) => maxNewTokens));
  const prompts = questions.map(({ promptIds }) => promptIds);
  const decoding = startDecoding(model, params, padPrompts(prompts, longest));
  await writeOn(decoding, answers, tokenizer.eosId);
  return answers.map(({ ids, isCut }) => ({ text: tokenizer.decode(ids).trim(), isCut }));
}

/**
 * Writes the answers to their ends, one a row, and disposes `decoding`. The chosen tokens feed the next step on
 * the device; they are read every few steps, to stop once every row has ended.
 */
export async function writeOn(
  decoding: Decoding,
  answers: WrittenAnswer[],
  eosId: number,
): Promise<void> {
  const longest = Math.max(...answers.map(({ ids, maxNewTokens }) => maxNewTokens - ids.length));
  // On WebGPU each look waits for the queue to empty; elsewhere the tokens are there at once.
  const stepsBetweenReads = tf.getBackend() === 'webgpu' ? 8 : 1;
  let rows = answers;
  const unread: tf.Tensor1D[] = [];
  try {
    for (let step = 1; step <= longest && rows.some(({ isEnded }) => !isEnded); step++) {
      const ids = tf.argMax<tf.Tensor1D>(decoding.logits, 1); // int32 [R]
      unread.push(ids);
      if (step < longest) decoding.advance(ids);
      if (unread.length === stepsBetweenReads || step === longest) {
        await readColumns(unread.splice(0), rows, eosId);
        rows = leaveEnded(decoding, rows);
      }
      await yieldToEvents();
    }
  } finally {
    tf.dispose(unread);
    decoding.dispose();
  }
}

/** Appends each column of tokens (int32 [R]) to the answers that have not ended; disposes them. */
async function readColumns(
  columns: readonly tf.Tensor1D[],
  rows: readonly WrittenAnswer[],
  eosId: number,
): Promise<void> {
  for (const column of columns) {
    const ids = await column.data();
    column.dispose();
    rows.forEach((answer, row) => answer.push(ids[row]!, eosId));
  }
}

/** The rows that are decoded further. */
function leaveEnded(decoding: Decoding, rows: WrittenAnswer[]): WrittenAnswer[] {
  const open = [...rows.keys()].filter((row) => !rows[row]!.isEnded);
  const nEnded = rows.length - open.length;
  if (open.length === 0 || nEnded < endedShare * rows.length) return rows;
  decoding.keepRows(open);
  return open.map((row) => rows[row]!);
}
