import { expect, test } from 'vitest';
import { opinions } from '../../../content/corpus/lookupsOfOpinions.ts';
import { ofRecords } from '../../../content/corpus/orderedRecords.ts';
import { people } from '../../../content/world/lexicon.ts';
import { randomStream } from '../../../src/core/random.ts';

const streams = Array.from({ length: 400 }, (_, i) => randomStream('records', i));
const readings = streams.flatMap((stream) => ofRecords(stream));

test('a question about lines is answered from the one line that has its words', () => {
  const names = new Set(people.map(({ name }) => name));
  let checked = 0;
  for (const { text, question, said } of readings) {
    if (!question) continue;
    const lines = text.split(/; |\n|, /).map((line) => line.split(/: | \| | - | = /));
    const asked = question.match(/\w+/g)!;
    const found = lines.filter((line) =>
      line.some((part) => part.split(' ').some((word) => asked.includes(word))),
    );
    expect(found, `${text} ${question}`).toHaveLength(1);
    const [owner, has] = found[0] as [string, string];
    expect(names.has(owner)).toBe(true);
    const [colour] = has.split(' ');
    const expected = asked.includes(owner) ? has : /colour/.test(question) ? colour : owner;
    expect(said, `${text} ${question}`).toBe(expected);
    checked++;
  }
  expect(checked).toBeGreaterThan(300);
});

test('a card and its sentence say the same words', () => {
  let checked = 0;
  for (const { text, said } of readings) {
    const isCard = (part: string): boolean => /^[a-z]+: .*; /.test(part) && !part.endsWith('.');
    const [card, sentence] = isCard(text) ? [text, said] : [said, text];
    if (!isCard(card) || !sentence.endsWith('.')) continue;
    for (const value of card.split('; ').flatMap((field) => field.split(': ')[1]!.split(', ')))
      expect(sentence.toLowerCase(), card).toContain(value.toLowerCase());
    checked++;
  }
  expect(checked).toBeGreaterThan(100);
});

test('sums and comparisons of amounts', () => {
  let checked = 0;
  for (const { text, order, said } of readings) {
    const amounts = [...text.matchAll(/([A-Z]\w+)(?: has|:) (\d+) /g)].map(
      ([, name, count]) => [name!, Number(count)] as const,
    );
    if (amounts.length !== 2) continue;
    const [[one, first], [other, second]] = amounts as [[string, number], [string, number]];
    if (/poorer|fewest/.test(order)) expect(said).toBe(first < second ? one : other);
    else if (/richer|most/.test(order)) expect(said).toBe(first > second ? one : other);
    else expect(said, `${text} ${order}`).toBe(`${first + second}`);
    checked++;
  }
  expect(checked).toBeGreaterThan(80);
});

test('"which one was good" is asked only where one was, and answered with that one', () => {
  const isGood = (word: string): boolean =>
    !/not|bad|awful|terrible|horrible|mess|old|dull/.test(word);
  let checked = 0;
  for (const stream of streams) {
    const rows = opinions(stream, stream.sample(people, 3));
    const told = new Map(
      rows.map(({ sentence }) => {
        const [, thing, word] = /the (\w+) (?:was )?(.*)\.$/i.exec(sentence)!;
        return [thing!, isGood(word!)];
      }),
    );
    for (const { question, answer } of rows.flatMap((row) => row.facts)) {
      const single = /^(Which one|What was (fine|a pity)|What did they)/.exec(question);
      if (/good or bad\?/.test(question)) {
        const thing = /the (\w+)/.exec(question)![1]!;
        expect(answer === 'good', question).toBe(told.get(thing));
      } else if (single) {
        const wantsGood = !/bad|pity|not like/.test(question);
        const found = [...told].filter(([, good]) => good === wantsGood);
        expect(found).toEqual([[answer, wantsGood]]);
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(100);
});
