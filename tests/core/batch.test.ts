import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Batch } from '../../src/core/batch/batch.ts';
import { parts } from '../../src/core/render/segments.ts';
import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import { encodeExample, encodeQuestion, fitOf } from '../../src/core/tokens/encode.ts';
import { packBatches, type TaskExample } from '../../src/core/batch/pack.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import type { Instruction } from '../../src/core/render/question.ts';
import { renderExample, renderPrompt } from '../../src/core/render/render.ts';
import { characterTokenizer as tokenizer, toyQuestion, toyStreamOptions } from './toys.ts';
import { inWords } from '../inWords.ts';

const before = { text: 'Copy.', place: 'before' } as const;
const rendering = (instruction: Instruction, input: string, output: string) =>
  renderExample(mixdesk, toyQuestion(instruction, { input }), output);
const prompt = (instruction: Instruction, input: string) =>
  renderPrompt(mixdesk, toyQuestion(instruction, { input }));
const partNames = (partIds: Iterable<number>) => [...partIds].map((id) => parts[id]![0]).join('');

describe('rendering', () => {
  test('instruction first', () => {
    expect(prompt(before, 'ab')).toBe('Copy.\nInput: ab\nOutput:');
  });
  test('instruction after the input', () => {
    expect(prompt({ text: 'Copy.', place: 'after' }, 'ab')).toBe('Input: ab\nCopy.\nOutput:');
  });
  test('the separating space belongs to the target', () => {
    expect(rendering(before, 'ab', 'cd').segments.at(-1)).toEqual({
      part: 'target',
      text: ' cd',
    });
  });
});

describe('encoding', () => {
  const rendered = rendering(before, 'é!', 'x');

  test('every token knows its part, also where characters take two bytes', () => {
    const { ids, partIds } = encodeExample(rendered, tokenizer, 64)!;
    expect(tokenizer.decode(ids)).toBe('Copy.\nInput: é!\nOutput: x');
    expect(partNames(partIds)).toBe('iiiiiffffffffiiffffffffttt');
    expect(ids.at(-1)).toBe(tokenizer.eosId);
  });
  test('too long: the input loses its middle at a word, the rest stays', () => {
    const long = rendering(before, 'one two three four five', 'x');
    expect(fitOf(long, tokenizer, 47)).toBe('fits');
    expect(fitOf(long, tokenizer, 46)).toBe('cut');
    const { ids } = encodeExample(long, tokenizer, 46)!;
    expect(tokenizer.decode(ids)).toBe('Copy.\nInput: one two ... four five\nOutput: x');
    expect(tokenizer.decode(encodeExample(long, tokenizer, 40)!.ids)).toBe(
      'Copy.\nInput: one two ... five\nOutput: x',
    );
  });
  test('then the instruction before it does, at a letter in what has no spaces', () => {
    const wordy = rendering({ text: 'abcdefghijklmnopqrstuvwxyz', place: 'before' }, 'in', 'x');
    const { ids } = encodeExample(wordy, tokenizer, 41)!;
    expect(tokenizer.decode(ids)).toBe('abcdefgh ... tuvwxyz\nInput: in\nOutput: x');
  });
  test('a target that cannot fit is refused, not cut', () => {
    const tooLong = rendering(before, 'ab', 'x'.repeat(50));
    expect(encodeExample(tooLong, tokenizer, 40)).toBeNull();
    expect(fitOf(tooLong, tokenizer, 40)).toBe('cannotFit');
  });
});

const target = parts.indexOf('target');
const input = parts.indexOf('input');

/** An example of `length` tokens (≥ 3), the last two of them target. Ids are unique per example. */
function example(index: number, length: number): TaskExample {
  return {
    taskIndex: index % 3,
    ids: Array.from({ length }, (_, i) => 1000 * (index + 1) + i),
    partIds: Array.from({ length }, (_, i) => (i < length - 2 ? input : target)),
  };
}

/** Token ids of each example of a batch, read back through exampleIds. */
function examplesOf(batch: Batch): number[][] {
  const found = new Map<string, number[]>();
  batch.exampleIds.forEach((exampleId, i) => {
    if (exampleId === 0) return;
    const key = `${Math.floor(i / batch.seqLen)}/${exampleId}`;
    found.set(key, [...(found.get(key) ?? []), batch.inputIds[i]!]);
  });
  return [...found.values()];
}

describe('packing', () => {
  const lengths = fc.array(fc.integer({ min: 3, max: 32 }), { minLength: 1, maxLength: 40 });

  test('every example exactly once, whole, and inside one row', () => {
    fc.assert(
      fc.property(lengths, (all) => {
        const examples = all.map((length, i) => example(i, length));
        const batches = packBatches(examples, 2, 32);
        const key = (ids: readonly number[]) => ids.join();
        expect(batches.flatMap(examplesOf).map(key).sort()).toEqual(
          examples.map(({ ids }) => key(ids)).sort(),
        );
      }),
    );
  });

  test('an example longer than a row is refused, not written into the next row', () => {
    expect(() => packBatches([example(0, 33)], 2, 32)).toThrow(/33 tokens in 32 places/);
  });

  test('targets are the next token of the same example; loss only on target and end-of-sequence', () => {
    const [batch] = packBatches([example(0, 5), example(1, 4)], 1, 12);
    expect([...batch!.inputIds]).toEqual([
      1000, 1001, 1002, 1003, 1004, 2000, 2001, 2002, 2003, 0, 0, 0,
    ]);
    expect([...batch!.targets]).toEqual([1001, 1002, 1003, 1004, 0, 2001, 2002, 2003, 0, 0, 0, 0]);
    expect([...batch!.lossMask]).toEqual([0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0]);
    expect([...batch!.exampleIds]).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 0, 0, 0]);
    expect([...batch!.taskIds]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, -1, -1, -1]);
  });
});

const options = toyStreamOptions;
const rates = [0.5, 0.5];

describe('batch stream', () => {
  const idsOf = (batches: readonly { batch: Batch }[]) =>
    batches.map(({ batch }) => [...batch.inputIds]);
  test('the same seed gives the same batches, and another seed others', () => {
    const three = (seed: number) => {
      const stream = createBatchStream({ ...options, seed });
      return idsOf([stream.next(rates), stream.next(rates), stream.next(rates)]);
    };
    expect(three(1)).toEqual(three(1));
    expect(three(1)).not.toEqual(three(2));
  });

  test('peeking shows the next batch and changes nothing', () => {
    const [peeked, plain] = [1, 1].map((seed) => createBatchStream({ ...options, seed }));
    for (let step = 0; step < 4; step++) {
      const shown = peeked!.peek(rates);
      peeked!.peek([1, 0]);
      const next = peeked!.next(rates);
      expect(next).toEqual(shown);
      expect(idsOf([next])).toEqual(idsOf([plain!.next(rates)]));
    }
  });

  test('the draws that it reports are where it says', () => {
    const { batch, examples } = createBatchStream({ ...options, seed: 4 }).next(rates);
    for (const { taskIndex, instanceIndex, row, start, length } of examples) {
      const ids = batch.inputIds.slice(row * 96 + start, row * 96 + start + length);
      const { input: text } = options.tasks[taskIndex]!.splits.train[instanceIndex]!;
      expect(tokenizer.decode([...ids])).toContain(`Input: ${text}\n`);
    }
  });
});

describe('the examples of a batch stream', () => {
  test('the share of draws with worked examples in front is what was asked for', () => {
    const examples = (shotShare: number) => {
      const stream = createBatchStream({ ...options, seqLen: 256, seed: 2, shotShare });
      const batches = Array.from({ length: 40 }, () => stream.next(rates));
      return batches.flatMap(({ batch, examples: placed }) =>
        placed.map(({ row, start, length, taskIndex, instanceIndex }) => {
          const from = row * 256 + start;
          const text = tokenizer.decode([...batch.inputIds.slice(from, from + length)]);
          const { input } = options.tasks[taskIndex]!.splits.train[instanceIndex]!;
          return { shots: text.split('Example: ').length - 1, text, input };
        }),
      );
    };
    expect(examples(0).every(({ shots }) => shots === 0)).toBe(true);
    const withSome = examples(30);
    const share = withSome.filter(({ shots }) => shots > 0).length / withSome.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
    expect([...new Set(withSome.map(({ shots }) => shots))].sort()).toEqual([0, 1, 2, 4]);
    for (const { text, input } of withSome) expect(text).not.toContain(`Example: ${input} ->`);
  });

  test('examples that never fit end in words, not in an endless loop', () => {
    const stream = createBatchStream({ ...options, seqLen: 16, seed: 1 });
    expect(inWords(() => stream.next(rates))).toThrow(/longer than seqLen = 16/);
  });
});

describe('questions', () => {
  const rendered = rendering(before, 'ab cd ef gh', '');

  test('are tokenised exactly as the prompt of a training example', () => {
    const { ids, partIds } = encodeExample(rendering(before, 'ab', 'cd'), tokenizer, 64)!;
    const prompt = ids.slice(0, partIds.indexOf(parts.indexOf('target')));
    const question = encodeQuestion(rendering(before, 'ab', ''), tokenizer, 64, 4);
    expect(question).toEqual({ ids: prompt, cut: { instruction: 0, input: 0 } });
  });
  test('leave room for the answer, and say what was cut for it', () => {
    const { ids, cut } = encodeQuestion(rendered, tokenizer, 34, 4)!;
    expect(tokenizer.decode(ids)).toBe('Copy.\nInput: ab ... gh\nOutput:');
    expect(cut).toEqual({ instruction: 0, input: 2 });
  });
  test('that cannot fit are refused', () => {
    expect(encodeQuestion(rendered, tokenizer, 30, 20)).toBeNull();
  });
});
