import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { buildBatch } from '../../src/core/batch/pack.ts';
import { parts } from '../../src/core/render/segments.ts';
import { rankOptions } from '../../workers/evaluation/rankOptions.ts';
import { createBatchMemory } from '../../workers/batch/batchMemory.ts';
import { tokenLosses } from '../../workers/batch/tokenLosses.ts';
import { loadTiny } from './parity.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const [input, target] = [parts.indexOf('input'), parts.indexOf('target')];
const candidate = (prompt: readonly number[], option: readonly number[]) => ({
  ids: [...prompt, ...option],
  partIds: [...prompt.map(() => input), ...option.map(() => target)],
});

test('the likeliest option is the one with the least summed loss, however they are packed', async () => {
  const { model, weights } = await loadTiny();
  const generator = { model, params: weights.params, tokenizer: undefined as never };
  const memory = createBatchMemory();
  const prompts = [
    [5, 9, 7],
    [20, 3],
    [11, 12, 13, 14],
  ];
  const options = [
    [8, 1],
    [30, 31, 1],
    [6, 1],
  ];
  const names = ['a', 'b', 'c'];

  /** The same sum from a batch of one example. */
  const alone = async (prompt: readonly number[], option: readonly number[]): Promise<number> => {
    const example = { ...candidate(prompt, option), taskIndex: 0 };
    const batch = buildBatch([{ example, row: 0, start: 0 }], 1, 16);
    const losses = tf.tidy(() => tokenLosses(weights.params, model, memory.upload(batch, model)));
    const values = await losses.data();
    losses.dispose();
    return [...values].slice(0, option.length).reduce((sum, value) => sum + value, 0);
  };

  const best = await Promise.all(
    prompts.map(async (prompt) => {
      const sums: number[] = [];
      for (const option of options) sums.push(await alone(prompt, option));
      return names[sums.indexOf(Math.min(...sums))]!;
    }),
  );
  const rankings = prompts.map((prompt, i) => ({
    taskIndex: 0,
    instance: { id: String(i), input: '', outputs: [best[i]!], options: names },
    candidates: options.map((option) => candidate(prompt, option)),
  }));
  expect(await rankOptions(generator, memory, rankings)).toEqual([true, true, true]);
  const wrong = rankings.map((ranking) => ({
    ...ranking,
    instance: { ...ranking.instance, outputs: ['none of them'] },
  }));
  expect(await rankOptions(generator, memory, wrong)).toEqual([false, false, false]);
  memory.dispose();
});
