import { describe, expect, test } from 'vitest';
import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import { parts } from '../../src/core/render/segments.ts';
import { encodeRehearsal, parseRehearsal } from '../../src/core/rehearsal/rehearsal.ts';
import { isRehearsalRow, noRehearsal } from '../../src/core/rehearsal/rehearsalRows.ts';
import { characterTokenizer as tokenizer, toyStreamOptions } from './toys.ts';
import { inWords } from '../inWords.ts';

const texts = Array.from({ length: 7 }, (_, i) => [
  `${'abcdefg'[i]!.repeat(20)} who?`,
  ` it was ${i}`,
  '. end',
]);
const options = { ...toyStreamOptions, batchSize: 4, seed: 3 };
const rates = [0.5, 0.5];

function rowsOf(share: number, batches: number) {
  const stream = createBatchStream({
    ...options,
    rehearsal: share > 0 ? { share, texts } : noRehearsal,
  });
  return Array.from({ length: batches }, () => stream.next(rates)).flatMap(
    ({ batch, rehearsed, examples }) =>
      Array.from({ length: options.batchSize }, (_, row) => {
        const [from, to] = [row * batch.seqLen, (row + 1) * batch.seqLen];
        return {
          ids: [...batch.inputIds.slice(from, to)],
          taskIds: [...batch.taskIds.slice(from, to)],
          nLoss: batch.lossMask.slice(from, to).reduce((sum, one) => sum + one),
          rehearsed: rehearsed.filter((place) => place.row === row),
          nExamples: examples.filter((place) => place.row === row).length,
        };
      }),
  );
}

describe('rehearsal', () => {
  test('has exactly its share of the rows, spread out evenly', () => {
    for (const share of [0, 1, 25, 30, 90]) {
      const rows = Array.from({ length: 400 }, (_, n) => isRehearsalRow(n, share));
      expect(rows.filter(Boolean)).toHaveLength(share * 4);
    }
    const quarters = Array.from({ length: 8 }, (_, n) => isRehearsalRow(n, 25));
    expect(quarters.slice(0, 4)).toEqual(quarters.slice(4));
  });

  test('leaves the rows of the tasks as they are without it', () => {
    const plain = rowsOf(0, 3);
    const mixed = rowsOf(50, 6);
    const ofTasks = mixed.filter(({ rehearsed }) => rehearsed.length === 0);
    expect(ofTasks.map(({ ids }) => ids)).toEqual(plain.map(({ ids }) => ids));
    for (const { rehearsed, nExamples, taskIds, nLoss } of mixed) {
      if (rehearsed.length === 0) continue;
      expect(nExamples).toBe(0);
      expect(new Set(taskIds)).toEqual(new Set([-1]));
      expect(nLoss).toBeGreaterThan(0);
    }
  });

  test('goes through all texts before one comes again', () => {
    const letters = rowsOf(50, 8).flatMap(({ ids, rehearsed }) =>
      rehearsed.map(({ start }) => tokenizer.decode([ids[start]!])),
    );
    expect(new Set(letters.slice(0, 7)).size).toBe(7);
    expect(new Set(letters.slice(7, 14)).size).toBe(7);
    expect(letters.slice(0, 7)).not.toEqual(letters.slice(7, 14));
  });

  test('peeking changes nothing', () => {
    const stream = createBatchStream({ ...options, rehearsal: { share: 50, texts } });
    const shown = stream.peek(rates);
    stream.peek(rates);
    expect(stream.next(rates)).toEqual(shown);
    expect(stream.next(rates)).not.toEqual(shown);
  });
});

describe('a text of the rehearsal', () => {
  test('counts the loss on what is said, and on nothing that is told', () => {
    const { ids, partIds } = encodeRehearsal(texts[2]!, tokenizer, 96);
    const said = ids.filter((_, i) => partIds[i] === parts.indexOf('target'));
    expect(tokenizer.decode(said)).toBe(' it was 2');
    expect(ids.at(-1)).toBe(tokenizer.eosId);
    expect(encodeRehearsal(texts[2]!, tokenizer, 10).ids).toEqual(ids.slice(0, 10));
  });

  test('a damaged file is refused by name, with the text at fault', () => {
    expect(inWords(() => parseRehearsal({}, '1.json'))).toThrow(/1\.json: it has no list "texts"/);
    const texts = [
      ['a', 'b'],
      ['a', 3],
    ];
    expect(inWords(() => parseRehearsal({ texts }, '2.json'))).toThrow(
      /2\.json: texts\[1\] is not a list/,
    );
    expect(parseRehearsal({ texts: [['a', 'b']] }, '3.json')).toEqual([['a', 'b']]);
  });
});
