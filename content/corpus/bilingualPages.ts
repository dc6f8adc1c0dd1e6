import type { RandomStream } from '../../src/core/random.ts';
import { makePair, type Pair } from '../world/bilingual.ts';
import { people } from '../world/lexicon.ts';
import { upperStart } from './sentences.ts';

const line = (pair: Pair, stream: RandomStream): string =>
  stream.pick([
    `${pair.french} – ${pair.english}`,
    `${pair.english} – ${pair.french}`,
    `${pair.english} = ${pair.french}`,
    `${upperStart(pair.english.replace(/\.$/, ''))}. ${upperStart(pair.french.replace(/\.$/, ''))}.`,
    `"${pair.english}" is "${pair.french}" in French.`,
    `In French one says "${pair.french}" for "${pair.english}".`,
    `French: ${pair.french} English: ${pair.english}`,
  ]);

const chineseLine = (pair: Pair, stream: RandomStream): string =>
  stream.pick([
    `${pair.english} – ${pair.chinese}`,
    `${pair.chinese} – ${pair.english}`,
    `"${pair.english}" is "${pair.chinese}" in Chinese.`,
    `${pair.chinese} ${pair.english}`,
    `Chinese: ${pair.chinese} English: ${pair.english}`,
    `In Chinese one writes ${pair.chinese} for "${pair.english}".`,
  ]);

function phraseBook(stream: RandomStream): string {
  const shape = stream.int(1e6);
  const fixed = stream.chance(0.7);
  // Books of Chinese alone, so that its words come close to each other; else one line in four.
  const chineseShare = stream.chance(0.4) ? 1 : 0.25;
  const pairs = Array.from({ length: 4 + stream.int(5) }, () => makePair(stream));
  const style: RandomStream = { ...stream, pick: (items) => items[shape % items.length]! };
  const lines = pairs.map((pair) =>
    pair.chinese && stream.chance(chineseShare)
      ? chineseLine(pair, fixed ? style : stream)
      : line(pair, fixed ? style : stream),
  );
  const head = stream.pick([
    '',
    '',
    'From a phrase book\n',
    'Signs in two languages\n',
    'English and French\n',
  ]);
  return head + lines.join('\n');
}

function lesson(stream: RandomStream): string {
  const [asker, teller] = stream.sample(people, 2).map(({ name }) => name) as [string, string];
  const isChinese = stream.chance(0.4);
  return Array.from({ length: 3 + stream.int(3) }, () => {
    const pair = makePair(stream);
    const english = pair.english.replace(/\.$/, '');
    const frenchText = pair.french.replace(/\.$/, '');
    if (pair.chinese && isChinese)
      return stream.pick([
        `"How do you say '${english}' in Chinese?" asked ${asker}. "${pair.chinese}" said ${teller}.`,
        `"What does ${pair.chinese} mean?" asked ${asker}. "It means '${english}'," said ${teller}.`,
        `"Write '${english}' in Chinese," said ${asker}. ${teller} wrote ${pair.chinese}`,
        `"Which language is ${pair.chinese}?" "Chinese."`,
      ]);
    return stream.pick([
      `"How do you say '${english}' in French?" asked ${asker}. "${upperStart(frenchText)}," said ${teller}.`,
      `"What does '${frenchText}' mean?" asked ${asker}. "It means '${english}'," said ${teller}.`,
      `${asker} said, "${upperStart(english)}." In French that is "${frenchText}".`,
      `${teller} said, "${upperStart(frenchText)}." That is French for "${english}".`,
      `"Which language is '${frenchText}'?" "French."`,
      `"Translate '${english}' into French," said ${asker}. ${teller} wrote "${frenchText}".`,
    ]);
  }).join('\n');
}

function monolingual(stream: RandomStream): string {
  const isChinese = stream.chance(0.5);
  return Array.from({ length: 4 + stream.int(4) }, () => {
    const { french, chinese } = makePair(
      stream,
      stream.pick(['like', 'is', 'has', 'does', 'where']),
    );
    return isChinese ? chinese : french;
  })
    .filter((text) => text !== undefined)
    .join(isChinese ? '' : ' ');
}

/** Bilingual signs, phrase books and small language lessons. */
export function bilingualDocument(stream: RandomStream): string {
  return [phraseBook, lesson, monolingual][stream.weighted([0.5, 0.4, 0.1])]!(stream);
}
