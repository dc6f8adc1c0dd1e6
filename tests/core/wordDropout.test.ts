import { describe, expect, test } from 'vitest';
import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import { withWordDropout } from '../../src/core/batch/wordDropout.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Wording } from '../../src/core/tasks/task.ts';
import { characterTokenizer as tokenizer, toyStreamOptions, toyTask } from './toys.ts';

const wording = (text: string): Wording => ({ id: 'w', text, place: 'before' });
const dropped = (text: string, share: number, index = 0) =>
  withWordDropout(wording(text), share, randomStream(1, 'test', index)).text;
const long = 'Read the list below, leave out {w} and copy all the other words of it.';

describe('word dropout', () => {
  test('leaves out that share of the words, and keeps the rest in order', () => {
    const words = long.split(' ');
    const texts = Array.from({ length: 500 }, (_, i) => dropped(long, 0.2, i).split(' '));
    for (const text of texts) {
      let from = 0;
      for (const word of text) {
        const at = words.indexOf(word, from);
        expect(at, text.join(' ')).toBeGreaterThanOrEqual(from);
        from = at + 1;
      }
      expect(text).toContain('{w}');
    }
    const kept = texts.reduce((sum, text) => sum + text.length - 1, 0);
    expect(kept / (500 * (words.length - 1))).toBeCloseTo(0.8, 1);
  });

  test('counts a Chinese character as a word and keeps slots in between', () => {
    const texts = Array.from({ length: 200 }, (_, i) => dropped('把{w}从列表中去掉', 0.3, i));
    expect(new Set(texts.map((text) => text.length)).size).toBeGreaterThan(4);
    expect(texts.every((text) => text.includes('{w}'))).toBe(true);
  });

  test('changes nothing at 0, in inverted wordings and where nothing would be left', () => {
    const stream = randomStream(1, 'test');
    expect(withWordDropout(wording(long), 0, stream).text).toBe(long);
    const inverted = { ...wording(long), isInverted: true };
    expect(withWordDropout(inverted, 0.5, stream)).toBe(inverted);
    const texts = Array.from({ length: 50 }, (_, i) => dropped('Repeat.', 0.5, i));
    expect(new Set(texts)).toEqual(new Set(['Repeat.']));
  });

  test('is in the batches, and only in their instructions', () => {
    const tasks = [{ ...toyTask('a', 9), wordings: [wording('Do it now, please!')] }];
    const textsOf = (wordDropout: number) => {
      const stream = createBatchStream({ ...toyStreamOptions, tasks, seed: 1, wordDropout });
      return Array.from({ length: 20 }, () => stream.next([1])).flatMap(({ batch, examples }) =>
        examples.map(({ row, start, length }) => {
          const from = row * toyStreamOptions.seqLen + start;
          return tokenizer.decode([...batch.inputIds.slice(from, from + length)]);
        }),
      );
    };
    expect(textsOf(0).every((text) => text.startsWith('Do it now, please!\nInput: a'))).toBe(true);
    const texts = textsOf(25);
    expect(texts.every((text) => /^[^\n]*\nInput: a\d\nOutput: \d/.test(text))).toBe(true);
    expect(new Set(texts.map((text) => text.split('\n')[0])).size).toBeGreaterThan(5);
    expect(textsOf(25)).toEqual(texts);
  });
});
