import { expect, test } from 'vitest';
import { corpusDocument, genres } from '../../../content/corpus/index.ts';
import { corpusSeed } from '../../../content/corpus/seed.ts';
import { heldOutTexts } from '../../../content/datasets/heldOutTexts.ts';
import { taskSources } from '../../../content/datasets/tasks/index.ts';
import { testedQuestions } from '../../../content/datasets/testedQuestions.ts';
import { createLeakFinder } from '../../../content/datasets/testLeak.ts';
import { parseHeldOutTexts } from '../../../src/core/rehearsal/heldOutTexts.ts';
import { parseRehearsal } from '../../../src/core/rehearsal/rehearsal.ts';
import { readText } from './files.ts';

const [name, made] = heldOutTexts();
const texts = parseHeldOutTexts(JSON.parse(readText(name)), name);

test('the file is what its program makes, one text of each genre', () => {
  expect(readText(name)).toBe(made);
  expect(new Set(texts).size).toBe(genres.length);
});

test('no text is rehearsed, and none is among the first documents of the corpus', () => {
  const listed = JSON.parse(readText('rehearsal/files.json')) as { name: string }[];
  const rehearsed = listed.flatMap(({ name: file }) =>
    parseRehearsal(JSON.parse(readText(`rehearsal/${file}`)), file).map((text) => text.join('')),
  );
  const first = Array.from({ length: 5000 }, (_, index) => corpusDocument(corpusSeed, index));
  const known = new Set([...rehearsed, ...first]);
  expect(known.size).toBeGreaterThan(6000);
  expect(texts.filter((text) => known.has(text))).toEqual([]);
});

test('no text holds a test or exam question', () => {
  const find = createLeakFinder(testedQuestions(taskSources));
  expect(texts.flatMap((text) => [...find(text)])).toEqual([]);
});
