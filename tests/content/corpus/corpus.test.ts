import { expect, test } from 'vitest';
import { answerSpans, withoutMarks } from '../../../content/corpus/answers.ts';
import { corpusDocument, genreOf, genres, markedDocument } from '../../../content/corpus/index.ts';
import { lookupDocument } from '../../../content/corpus/lookups.ts';
import { sameOrNot } from '../../../content/corpus/sameOrNot.ts';
import { corpusSeed } from '../../../content/corpus/seed.ts';
import { randomStream } from '../../../src/core/random.ts';

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

test('look-ups say rightly whether a word is in their passage', () => {
  const counts = { yes: 0, no: 0 };
  for (const index of indices) {
    const [passage = '', ...rounds] = withoutMarks(
      lookupDocument(randomStream('mentions', index)),
    ).split('\n');
    for (const round of rounds) {
      const found = /^(?:Does it name|Is the word) (\w+)\b.*\? (\w+)\.$/.exec(round);
      if (!found) continue;
      const said = found[2]!.toLowerCase() as 'yes' | 'no';
      expect(passage.match(/\w+/g)!.includes(found[1]!), round).toBe(said === 'yes');
      counts[said]++;
    }
  }
  expect(counts.yes).toBeGreaterThan(100);
  expect(counts.no).toBeGreaterThan(100);
});

test('two sentences that are said to mean the same name the same person and thing', () => {
  const verdicts = indices.flatMap((index) =>
    withoutMarks(sameOrNot(randomStream('pairs', index)))
      .split('\n')
      .map((line) => /^(.*?\.) (.*?\.) That is (not )?the same\.$/.exec(line))
      .filter((found) => found !== null)
      .map(([, left, right, not]) => {
        const named = (text: string): string =>
          text
            .match(/[A-Z]\w+/g)!
            .filter((word) => !/^(The|It)$/.test(word))
            .join();
        const thing = (text: string): string =>
          / the ([^.]*?)(?: was| at| in| on|\.)/i.exec(` ${text}`)![1]!;
        if (!not) expect([named(left!), thing(left!)]).toEqual([named(right!), thing(right!)]);
        return !not;
      }),
  );
  const same = verdicts.filter(Boolean).length / verdicts.length;
  expect(verdicts.length).toBeGreaterThan(500);
  expect(Math.abs(same - 0.5)).toBeLessThan(0.1);
});
