import { readFileSync } from 'node:fs';
import { Tokenizer } from '@huggingface/tokenizers';
import { expect, test } from 'vitest';
import { taskSources } from '../../../content/datasets/tasks/index.ts';
import { testedQuestions } from '../../../content/datasets/testedQuestions.ts';
import { createLeakFinder } from '../../../content/datasets/testLeak.ts';
import { parseRehearsal } from '../../../src/core/rehearsal/rehearsal.ts';
import { readText } from './files.ts';

const listed = JSON.parse(readText('rehearsal/files.json')) as { name: string }[];
const texts = listed.flatMap(({ name }) =>
  parseRehearsal(JSON.parse(readText(`rehearsal/${name}`)), name),
);
const tokenizerUrl = new URL('../../../public/models/mini/tokenizer.json', import.meta.url);
const tokenizer = new Tokenizer(JSON.parse(readFileSync(tokenizerUrl, 'utf8')) as object, {});
const ids = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false }).ids;

test('hold no test or exam question and none of the prompts’ own words', () => {
  const find = createLeakFinder(testedQuestions(taskSources));
  const whole = texts.map((text) => text.join(''));
  expect(whole.flatMap((text) => [...find(text)])).toEqual([]);
  expect(whole.filter((text) => /(^|\n)(Input|Output|Options|Example): /.test(text))).toEqual([]);
});

test('are enough for a run: thousands of texts, half a million tokens, each once', () => {
  expect(texts.length).toBeGreaterThan(3000);
  expect(texts.reduce((sum, text) => sum + ids(text.join('')).length, 0)).toBeGreaterThan(400_000);
  expect(new Set(texts.map((text) => text.join(''))).size).toBe(texts.length);
});

test('cut into pieces they are the tokens that pre-training saw', () => {
  const different = texts.filter(
    (text) => text.flatMap(ids).join(' ') !== ids(text.join('')).join(' '),
  );
  expect(different.length / texts.length).toBeLessThan(0.02);
  expect(texts.filter((text) => text.some((piece, i) => i % 2 === 1 && piece === ''))).toEqual([]);
});
