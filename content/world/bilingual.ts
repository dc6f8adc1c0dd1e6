import type { RandomStream } from '../../src/core/random.ts';
import { chinese } from './chinese.ts';
import { french, type FrenchWord } from './french.ts';
import {
  animals,
  colours,
  foods,
  numbers,
  people as everybody,
  places,
  things,
  withArticle,
  type Noun,
  type Person,
} from './lexicon.ts';

export interface Pair {
  english: string;
  french: string;
  /** Only where every word has a translation. */
  chinese?: string;
}

const nounsOf = [animals, things, foods] as const;
const before = new Set(['small', 'big', 'old', 'new', 'long']);
const adjectives = ['small', 'big', 'old', 'new', 'clean', 'dirty', 'wet', 'cold'];

/** Words before which 'le' becomes 'l’' (hibou keeps it: its h is aspirated). */
const elides = (word: string): boolean => /^[aeiouéèêâœ]/.test(word) || word.startsWith('horloge');

const frenchWord = (english: string): FrenchWord => {
  const found = french.get(english);
  if (!found) throw new Error(`french: no entry for "${english}"`);
  return found;
};

function frenchAdjective(english: string, gender: 'm' | 'f' | 'both', next: string): string {
  const { fr, feminine = fr } = frenchWord(english);
  if (gender === 'f') return feminine;
  const joined: Record<string, string> = { vieux: 'vieil', nouveau: 'nouvel' };
  return elides(next) ? (joined[fr] ?? fr) : fr;
}

/** Article, adjective and noun in French, agreeing in gender: ('the', 'dog', 'red') is 'le chien rouge'. */
export function frenchPhrase(
  article: 'the' | 'a' | 'my',
  noun: string,
  adjective?: string,
): string {
  const { fr, gender } = frenchWord(noun);
  const precedes = adjective !== undefined && before.has(adjective);
  const adjectiveText =
    adjective === undefined ? '' : frenchAdjective(adjective, gender, precedes ? fr : '');
  const words = precedes ? `${adjectiveText} ${fr}` : `${fr} ${adjectiveText}`.trim();
  if (article === 'a') return `${gender === 'f' ? 'une' : 'un'} ${words}`;
  if (article === 'my') return `${gender === 'f' && !elides(words) ? 'ma' : 'mon'} ${words}`;
  return elides(words) ? `l'${words}` : `${gender === 'f' ? 'la' : 'le'} ${words}`;
}

const chinesePhrase = (noun: string, adjective?: string): string | undefined => {
  const word = chinese.get(noun);
  const adjectiveWord = adjective === undefined ? '' : chinese.get(adjective);
  if (!word || adjectiveWord === undefined) return undefined;
  return adjectiveWord ? `${adjectiveWord}的${word}` : word;
};

function pair(english: string, frenchText: string, chineseText?: string): Pair {
  return chineseText === undefined
    ? { english, french: frenchText }
    : { english, french: frenchText, chinese: chineseText };
}

const anyNoun = (stream: RandomStream): Noun => stream.pick(stream.pick(nounsOf));
const article = (phrase: string): string =>
  /^[aeiou]/.test(phrase) ? `an ${phrase}` : `a ${phrase}`;

/** English, French and Chinese verbs that take an object, in the third person. */
export const trilingualVerbs: readonly (readonly [string, string, string])[] = [
  ['has', 'a', '有'],
  ['sees', 'voit', '看见'],
  ['wants', 'veut', '想要'],
  ['takes', 'prend', '拿'],
  ['buys', 'achète', '买'],
];

const subjects = [
  ['He', 'Il', '他'],
  ['She', 'Elle', '她'],
] as const;

type Maker = (stream: RandomStream, people: readonly Person[]) => Pair;

const makers: Record<string, Maker> = {
  word(stream) {
    const noun = anyNoun(stream).word;
    return pair(`the ${noun}`, frenchPhrase('the', noun), chinesePhrase(noun));
  },
  phrase(stream) {
    const noun = anyNoun(stream).word;
    const adjective = stream.pick(stream.chance(0.7) ? colours : adjectives);
    const which = stream.pick(['the', 'a', 'my'] as const);
    const english =
      which === 'a' ? article(`${adjective} ${noun}`) : `${which} ${adjective} ${noun}`;
    const inChinese = which === 'the' ? chinesePhrase(noun, adjective) : undefined;
    return pair(english, frenchPhrase(which, noun, adjective), inChinese);
  },
  count(stream) {
    const noun = anyNoun(stream);
    const count = 2 + stream.int(11);
    const { fr, plural = fr } = frenchWord(noun.word);
    return pair(`${numbers[count]} ${noun.plural}`, `${frenchWord(numbers[count]!).fr} ${plural}`);
  },
  like(stream) {
    const noun = anyNoun(stream);
    const { plural } = frenchWord(noun.word);
    const negative = stream.chance(0.3);
    const word = chinese.get(noun.word);
    return negative
      ? pair(
          `I do not like ${noun.plural}.`,
          `Je n'aime pas les ${plural}.`,
          word && `我不喜欢${word}。`,
        )
      : pair(`I like ${noun.plural}.`, `J'aime les ${plural}.`, word && `我喜欢${word}。`);
  },
  is(stream) {
    const noun = anyNoun(stream).word;
    const adjective = stream.pick(stream.chance(0.6) ? colours : adjectives);
    const { gender } = frenchWord(noun);
    const subject = frenchPhrase('the', noun);
    const adjectiveText = frenchAdjective(adjective, gender, '');
    const [word, how] = [chinese.get(noun), chinese.get(adjective)];
    return pair(
      `The ${noun} is ${adjective}.`,
      `${subject.charAt(0).toUpperCase()}${subject.slice(1)} est ${adjectiveText}.`,
      word && how && `${word}是${how}的。`,
    );
  },
  has(stream, people) {
    const person = stream.pick(people).name;
    const noun = anyNoun(stream);
    const colour = stream.chance(0.5) ? stream.pick(colours) : undefined;
    const english = colour === undefined ? withArticle(noun) : article(`${colour} ${noun.word}`);
    const inChinese = chinesePhrase(noun.word, colour);
    return pair(
      `${person} has ${english}.`,
      `${person} a ${frenchPhrase('a', noun.word, colour)}.`,
      inChinese && `${person}有${inChinese}。`,
    );
  },
  does(stream) {
    const [english, frenchSubject, chineseSubject] = stream.pick(subjects);
    const [verb, frenchVerb, chineseVerb] = stream.pick(trilingualVerbs);
    const [noun, other] = [anyNoun(stream), anyNoun(stream)];
    const colour = stream.chance(0.6) ? stream.pick(colours) : undefined;
    const one = colour === undefined ? withArticle(noun) : article(`${colour} ${noun.word}`);
    const hasTwo = stream.chance(0.4);
    const [zh, otherZh] = [chinesePhrase(noun.word, colour), chinesePhrase(other.word)];
    const frenchTwo = hasTwo ? ` et ${frenchPhrase('a', other.word)}` : '';
    const inChinese = zh && (hasTwo ? otherZh && `${zh}和${otherZh}` : zh);
    return pair(
      `${english} ${verb} ${one}${hasTwo ? ` and ${withArticle(other)}` : ''}.`,
      `${frenchSubject} ${frenchVerb} ${frenchPhrase('a', noun.word, colour)}${frenchTwo}.`,
      inChinese && `${chineseSubject}${chineseVerb}${inChinese}。`,
    );
  },
  where(stream) {
    const noun = anyNoun(stream).word;
    const place = stream.pick(places);
    const subject = frenchPhrase('the', noun);
    const { fr, gender } = frenchWord(place.word);
    const inside = place.at.startsWith('in ');
    const placeText = frenchPhrase('the', place.word);
    const at = elides(fr) || gender === 'f' ? `à ${placeText}` : `au ${fr}`;
    const frenchPlace = inside
      ? `dans ${placeText}`
      : place.at.startsWith('on ')
        ? `sur ${placeText}`
        : at;
    const [word, spot] = [chinese.get(noun), chinese.get(place.word)];
    return pair(
      `The ${noun} is ${place.at}.`,
      `${subject.charAt(0).toUpperCase()}${subject.slice(1)} est ${frenchPlace}.`,
      word && spot && `${word}在${spot}。`,
    );
  },
};

export const pairKinds: string[] = Object.keys(makers);

/** A phrase or short sentence in English and French, sometimes also in Chinese. */
export function makePair(
  stream: RandomStream,
  kind: string = stream.pick(pairKinds),
  people: readonly Person[] = everybody,
): Pair {
  const make = makers[kind];
  if (!make) throw new Error(`bilingual: unknown kind "${kind}", known: ${pairKinds.join(', ')}`);
  return make(stream, people);
}
