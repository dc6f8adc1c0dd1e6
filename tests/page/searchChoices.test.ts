import { expect, test } from 'vitest';
import { searchChoices } from '../../src/page/ui/parts/searchChoices.ts';

const groups = [
  { id: 'ner', heading: 'Entities', choices: choicesOf('Find the people', 'Find the places') },
  { id: 'qa', heading: 'Reading', choices: choicesOf('Who was it?', 'Where is it?') },
];

function choicesOf(...texts: readonly string[]) {
  return texts.map((text) => ({ value: text, text }));
}

const textsOf = (query: string, most = 9): string[] =>
  searchChoices(groups, query, most).groups.flatMap(({ choices }) =>
    choices.map(({ text }) => text),
  );

test('every word must occur, in the text or in the heading, in any case', () => {
  expect(textsOf('')).toHaveLength(4);
  expect(textsOf('PEOPLE find')).toEqual(['Find the people']);
  expect(textsOf('reading wh')).toEqual(['Who was it?', 'Where is it?']);
  expect(textsOf('people where')).toEqual([]);
});

test('a group without a find is left out, and so many are shown as are asked for', () => {
  expect(searchChoices(groups, 'who', 9).groups.map(({ id }) => id)).toEqual(['qa']);
  expect(textsOf('', 3)).toHaveLength(3);
  expect(searchChoices(groups, '', 3).nMore).toBe(1);
  expect(searchChoices(groups, '', 4).nMore).toBe(0);
});
