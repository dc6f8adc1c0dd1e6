import { expect, test } from 'vitest';
import { answerSpans, withoutMarks } from '../../scripts/pretrain/corpus/answers.ts';
import {
  corpusDocument,
  genreOf,
  genres,
  markedDocument,
} from '../../scripts/pretrain/corpus/index.ts';
import { corpusSeed } from '../../scripts/pretrain/corpus/seed.ts';

const indices = Array.from({ length: 3000 }, (_, i) => i);
const texts = indices.map((index) => corpusDocument(corpusSeed, index));

test('a document is a function of seed and index', () => {
  expect(indices.slice(0, 200).map((i) => corpusDocument(corpusSeed, i))).toEqual(
    texts.slice(0, 200),
  );
  expect(corpusDocument('another seed', 0)).not.toBe(texts[0]);
});

test('no document keeps a mark, an empty line, an undefined word or the form of a prompt', () => {
  const bad = /[\uE000\uE001]|\n\n|undefined|\[object|(^|\n)(Input|Output|Options|Example): /;
  expect(texts.filter((text) => bad.test(text))).toEqual([]);
});

test('genres come in their shares', () => {
  for (const { name, share } of genres) {
    const found = indices.filter((index) => genreOf(corpusSeed, index) === name).length;
    expect(Math.abs(found / indices.length - share / 100), name).toBeLessThan(0.03);
  }
});

test('answers stand where they are said to stand', () => {
  let answers = 0;
  for (const index of indices) {
    const marked = markedDocument(corpusSeed, index);
    const pieces = [...marked.matchAll(/\uE000(.*?)\uE001/gs)].map(([, piece]) => piece);
    const text = withoutMarks(marked);
    expect(text).toBe(texts[index]);
    expect(answerSpans(marked).map(([start, end]) => text.slice(start, end))).toEqual(pieces);
    answers += pieces.length;
  }
  expect(answers).toBeGreaterThan(indices.length);
});

test('number rows go on by their own step, in both directions', () => {
  const rows = texts
    .flatMap((text) => text.split('\n'))
    .map((line) => /^(?:After )?(\d+(?:, \d+){2,})\D+(\d+)\.$/.exec(line))
    .filter((found) => found !== null);
  const steps = rows.map(([, given, next]) => {
    const values = [...given!.split(', '), next!].map(Number);
    const differences = values.slice(1).map((value, i) => value - values[i]!);
    expect(new Set(differences).size, values.join(', ')).toBe(1);
    return differences[0]!;
  });
  expect(steps.filter((step) => step > 0).length).toBeGreaterThan(5);
  expect(steps.filter((step) => step < 0).length).toBeGreaterThan(5);
});

test('Chinese is a visible part of the bilingual pages', () => {
  const pages = indices
    .filter((index) => genreOf(corpusSeed, index) === 'bilingual')
    .map((index) => texts[index]!);
  const chinese = pages.filter((text) => /\p{Script=Han}/u.test(text));
  expect(chinese.length / pages.length).toBeGreaterThan(0.35);
});
