import { expect, test } from 'vitest';
import { findInstances, type InstanceSearch } from '../../src/core/browsing/findInstances.ts';
import { lengthReport } from '../../src/core/browsing/lengthReport.ts';
import { StrangeCharacterCount } from '../../src/core/browsing/strangeCharacters.ts';
import type { Instance } from '../../src/core/tasks/task.ts';

const instance = (id: string, input: string, output: string, more = {}): Instance => ({
  ...{ id, input, outputs: [output] },
  ...more,
});
const splits = {
  train: [
    instance('1', 'Red apples', 'fruit'),
    instance('2', 'a Carrot', 'vegetable', { options: ['fruit', 'vegetable'] }),
  ],
  validation: [instance('3', 'pears', 'fruit', { slots: { instruction: 'Sort these RED ones' } })],
  test: [instance('4', 'leek', 'vegetable', { outputs: ['vegetable', 'allium'] })],
};
const found = (search: InstanceSearch): string[] =>
  [...findInstances({ splits }, search)].flatMap((place) =>
    place ? splits[place.split][place.index]!.id : [],
  );

test.each([
  ['', ['1', '2', '3', '4']],
  ['red', ['1', '3']],
  ['FRUIT', ['1', '2', '3']],
  ['fruit red', ['1', '3']],
  ['allium', ['4']],
  ['lemon', []],
])('"%s" is looked for in inputs, answers, slots and options, word by word', (words, ids) => {
  expect(found({ split: 'all', words })).toEqual(ids);
});

test('a search in one split finds nothing of the others, and says of each instance whether it has the words', () => {
  expect(found({ split: 'validation', words: 'fruit' })).toEqual(['3']);
  expect([...findInstances({ splits }, { split: 'train', words: 'apples' })]).toEqual([
    { split: 'train', index: 0 },
    null,
  ]);
});

test('bars hold every example once, and an endless one does not press the others together', () => {
  const lengths = [3, 40, 41, 250, 257, 90_000];
  const report = lengthReport(
    lengths.map((tokens) => ({ tokens, fit: tokens > 256 ? 'cut' : 'fits' })),
    600,
    256,
  );
  const { bars, barWidth, fits, ...numbers } = report;
  expect(numbers).toEqual({
    ...{ seqLen: 256, measured: 6, examples: 600 },
    ...{ shortest: 3, median: 250, longest: 90_000 },
  });
  expect(fits).toEqual({ fits: 4, cut: 2, cannotFit: 0 });
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(lengths.length);
  expect(bars.length).toBeLessThanOrEqual(32);
  expect(bars.at(-1)).toEqual({ from: 3 * 256 - barWidth, count: 1 });
  expect(bars.find(({ from }) => from <= 40 && 40 < from + barWidth)!.count).toBe(2);
});

test('short examples have bars of a token, and a task without any has no length', () => {
  const short = lengthReport([{ tokens: 7, fit: 'fits' }], 1, 256);
  expect([short.barWidth, short.bars.at(-1)]).toEqual([1, { from: 7, count: 1 }]);
  const none = lengthReport([], 0, 256);
  expect([none.longest, none.bars]).toEqual([0, [{ from: 0, count: 0 }]]);
});

test('characters that pre-training never showed are named, the most frequent first, and counted in answers', () => {
  const encode = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0)!);
  const count = new StrangeCharacterCount({ encode }, new Set(encode('#中')));
  count.take(instance('1', 'plain # sign', 'plain'));
  count.take(instance('2', 'x', '#', { slots: { instruction: '# and 中' } }));
  count.take(instance('3', 'x', 'plain'));
  expect(count.found).toEqual({ characters: ['#', '中'], inAnswers: 1 });
});
