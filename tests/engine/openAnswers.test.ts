import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, it } from 'vitest';
import { buildBatch, placeInBatches } from '../../src/core/batch/pack.ts';
import { parts } from '../../src/core/render/segments.ts';
import { createBatchMemory } from '../../workers/batch/batchMemory.ts';
import { addLosses, createLossSums, disposeRead } from '../../workers/evaluation/addLosses.ts';
import type { JudgedQuestion, LossBatch } from '../../workers/evaluation/evaluationSet.ts';
import { createOpenAnswers } from '../../workers/evaluation/openAnswers.ts';
import type { Generator } from '../../workers/generation/generate.ts';
import { generateGreedy, type GreedyAnswer } from '../../workers/generation/generateGreedy.ts';
import { loadTiny } from './parity.ts';

const prompts = [
  [7, 12, 15, 38, 17],
  [40, 3],
  [22, 9, 31],
  [11, 50, 2, 8],
  [33, 6],
];
const maxNewTokens = 7;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function generatorWith(eosId: number): Promise<Generator> {
  const { model, weights } = await loadTiny();
  const decode = (ids: readonly number[]): string => ids.join(' ');
  const { vocabSize } = model.config;
  const tokenizer = { encode: () => [], decode, byteLength: () => 1, eosId, padId: 0, vocabSize };
  return { model, params: weights.params, tokenizer };
}

/** Two rows of 24 places: most texts begin in the middle of one. */
function batchesOf(questions: readonly JudgedQuestion[]): LossBatch[] {
  const [prompt, target] = [parts.indexOf('instruction'), parts.indexOf('target')];
  const examples = questions.map((question) => ({
    ids: [...question.promptIds, ...question.answerIds],
    partIds: [...question.promptIds.map(() => prompt), ...question.answerIds.map(() => target)],
    taskIndex: 0,
    question,
  }));
  return placeInBatches(examples, 2, 24).map((placed) => ({
    batch: buildBatch(placed, 2, 24),
    examples: placed.map(({ example: { question }, row, start }) => ({
      at: row * 24 + start,
      answerLength: question.answerIds.length,
      question,
    })),
  }));
}

async function answered(
  generator: Generator,
  questions: readonly JudgedQuestion[],
): Promise<{ texts: (GreedyAnswer | undefined)[]; nOpen: number }> {
  const answers = new Map<JudgedQuestion, GreedyAnswer>();
  const open = createOpenAnswers(generator, questions, answers);
  const [memory, sums] = [createBatchMemory(), createLossSums(1)];
  for (const batch of batchesOf(questions)) {
    const read = await addLosses(generator, batch, memory, sums);
    open.begin(batch, read);
    disposeRead(read);
  }
  const nOpen = open.count;
  await open.finish();
  memory.dispose();
  return { texts: questions.map((question) => answers.get(question)), nOpen };
}

it('answers as decoding from the prompts does, wherever the expected answer parts from it', async () => {
  const asked = prompts.map((promptIds) => ({ promptIds, maxNewTokens }));
  const endless = await generateGreedy(await generatorWith(-1), asked);
  const written = endless.map(({ text }) => text.split(' ').map(Number));
  for (const eosId of [-1, written[0]![2]!, written[1]![4]!, written[3]![1]!]) {
    const generator = await generatorWith(eosId);
    const wanted = await generateGreedy(generator, asked);
    // Each parts from it at another token.
    const questions = written.map((ids, i): JudgedQuestion => {
      const expected = [...ids.slice(0, i), (ids[i]! + 1) % 50, ids[0]!];
      const instance = { id: String(i), input: '', outputs: [''] };
      return { ...asked[i]!, taskIndex: 0, instance, order: i, answerIds: expected };
    });
    const before = tf.memory().numTensors;
    const { texts } = await answered(generator, questions);
    expect(texts).toEqual(wanted);
    expect(tf.memory().numTensors).toBeLessThanOrEqual(before);
  }
});

it('decodes nothing where the likeliest tokens are the expected ones, to the end', async () => {
  const asked = prompts.map((promptIds) => ({ promptIds, maxNewTokens }));
  const endless = await generateGreedy(await generatorWith(-1), asked);
  const written = endless.map(({ text }) => text.split(' ').map(Number));
  // The first token that none has written before it ends the answer.
  const ends = written.map((ids) =>
    ids.findIndex((id, i) => i > 0 && !ids.slice(0, i).includes(id)),
  );
  const which = ends.findIndex((end) => end > 0);
  const answerIds = written[which]!.slice(0, ends[which]! + 1);
  const generator = await generatorWith(answerIds.at(-1));
  const instance = { id: '0', input: '', outputs: [''] };
  const question: JudgedQuestion = {
    ...asked[which]!,
    taskIndex: 0,
    instance,
    order: 0,
    answerIds,
  };
  const { texts, nOpen } = await answered(generator, [question]);
  expect(nOpen).toBe(0);
  expect(texts).toEqual(await generateGreedy(generator, [asked[which]!]));
});
