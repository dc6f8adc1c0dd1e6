import { expect, test } from 'vitest';
import { withoutMarks } from '../../../content/corpus/answers.ts';
import { ofFacts } from '../../../content/corpus/orderedFacts.ts';
import { orderedDocument } from '../../../content/corpus/orderedPages.ts';
import { ofPronouns } from '../../../content/corpus/orderedPronouns.ts';
import { ofReviews } from '../../../content/corpus/orderedReviews.ts';
import { ofTopics } from '../../../content/corpus/orderedTopics.ts';
import { people } from '../../../content/world/lexicon.ts';
import { randomStream } from '../../../src/core/random.ts';

const streams = Array.from({ length: 400 }, (_, i) => randomStream('orders', i));
const pronounOf: Readonly<Record<string, string>> = {
  she: 'she',
  her: 'she',
  he: 'he',
  his: 'he',
  they: 'they',
  their: 'they',
};

test('one text has several orders, and the order decides what is said', () => {
  const pages = streams.map((stream) => ofFacts(stream));
  const several = pages.filter((page) => new Set(page.map(({ order }) => order)).size > 1);
  const different = several.filter((page) => new Set(page.map(({ said }) => said)).size > 1);
  expect(several.length).toBeGreaterThan(350);
  expect(different.length / several.length).toBeGreaterThan(0.8);
  for (const page of pages) expect(new Set(page.map(({ text }) => text)).size).toBe(1);
});

test('who is meant is the person of that pronoun', () => {
  let checked = 0;
  for (const { text, order, question = '', said } of streams.flatMap((s) => ofPronouns(s))) {
    const known = new Map(people.map(({ name, pronoun }) => [name, pronoun]));
    const named = [...new Set(text.match(/\b[A-Z]\w+/g))].filter((name) => known.has(name));
    const last = text.split('. ').at(-1);
    const used = last.toLowerCase().match(/\b(she|her|he|his|they|their)\b/)?.[1];
    expect(named, text).toHaveLength(2);
    const meant = named.find((name) => known.get(name) === pronounOf[used!])!;
    if (/^(yes|no|true|false|right|wrong)$/.test(said)) {
      expect(/^(yes|true|right)$/.test(said), `${text} ${order} ${question}`).toBe(
        question === `Is ${used!} ${meant}?`,
      );
    } else if (said.endsWith('.')) expect(said).toContain(meant);
    else expect(said, `${text} ${order}`).toBe(meant);
    checked++;
  }
  expect(checked).toBeGreaterThan(800);
});

test('a word that is looked for decides which of the two words is said', () => {
  let checked = 0;
  for (const { text, order, said } of streams.flatMap((s) => ofFacts(s))) {
    const claim =
      /(?:the word (\w+) is there|it has (\w+) in it|somebody says (\w+)|you see the word "(\w+)")/;
    const asked = claim.exec(order);
    if (!asked || order.startsWith('Is it so that')) continue;
    const word = asked.slice(1).find((group) => group !== undefined)!;
    const isThere = [...text.matchAll(/\p{L}+/gu)].some(([found]) => found === word);
    // "If so, say kite, else blue": which of the two comes first is told by the order's own form.
    const pair = order.replace(claim, '');
    expect(pair, order).toContain(said);
    const yes =
      /(?:when|if) ,? ?(?:say|write|call|answer|put down|tell me) (\w+)/i.exec(pair)?.[1] ??
      /^(?:say|write|call|answer|put down|tell me) "?(\w+)"? (?:when|if)/i.exec(pair)?.[1];
    if (yes === undefined) continue;
    expect(said === yes, `${text} | ${order} | ${said}`).toBe(isThere);
    checked++;
  }
  expect(checked).toBeGreaterThan(20);
});

test('stars follow the words of judgement', () => {
  const levels: readonly [RegExp, number][] = [
    [/awful|terrible|horrible|very bad|a complete mess/, -2],
    [/not so nice|a bit old|rather bad|not very good|a bit dull/, -1],
    [/wonderful|perfect|amazing|excellent/, 2],
  ];
  let checked = 0;
  for (const { text, said } of streams.flatMap((s) => ofReviews(s))) {
    if (!/^[1-5]$/.test(said)) continue;
    const stars = Number(said);
    if (text.includes(', but ')) expect(stars, text).toBe(3);
    const grades = levels.filter(([words]) => words.test(text)).map(([, grade]) => grade);
    if (stars === 1) expect(grades, text).toContain(-2);
    if (stars < 3) expect(grades, text).not.toContain(2);
    if (stars > 3) for (const grade of grades) expect(grade, text).toBe(2);
    checked++;
  }
  expect(checked).toBeGreaterThan(100);
});

test('choices that are shown have the answer among them', () => {
  for (const make of [ofReviews, ofTopics, ofPronouns])
    for (const { choices, said } of streams.flatMap((s) => make(s)))
      if (choices && !said.includes(' ')) expect(choices).toContain(said);
});

test('pages have no cue of their own: what stands before an answer differs from page to page', () => {
  const cues = streams.map((stream) => /(\w+):? ?\uE000/.exec(orderedDocument(stream))?.[1] ?? '');
  expect(new Set(cues).size).toBeGreaterThan(100);
  expect(
    streams.filter((s) => /(Input|Output|Options):/.test(withoutMarks(orderedDocument(s)))),
  ).toEqual([]);
});
