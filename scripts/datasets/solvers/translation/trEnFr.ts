import { french, type FrenchWord } from '../../../world/french.ts';

/** Translates by its own small grammar; only the dictionary is shared with the generator. */
export function solve(input: string): string {
  const forms: readonly [RegExp, (...groups: string[]) => string][] = [
    [/^I do not like (\w+)\.$/, (noun) => `Je n'aime pas les ${plural(noun)}.`],
    [/^I like (\w+)\.$/, (noun) => `J'aime les ${plural(noun)}.`],
    [
      /^The (\w+) is ((?:at|in|on) .*)\.$/,
      (noun, at) => `${upper(nounPhrase('the', noun))} est ${where(at)}.`,
    ],
    [
      /^The (\w+) is (\w+)\.$/,
      (noun, how) => `${upper(nounPhrase('the', noun))} est ${agree(word(how), word(noun))}.`,
    ],
    [/^(\w+) has an? (.*)\.$/, (who, what) => `${who} a ${nounPhrase('a', what)}.`],
    [/^(the|an?|my) (.*)$/, (article, what) => nounPhrase(article.slice(0, 3), what)],
    [/^(\w+) (\w+)$/, (count, noun) => `${word(count).fr} ${plural(noun)}`],
  ];
  for (const [pattern, say] of forms) {
    const match = pattern.exec(input);
    if (match) return say(...match.slice(1));
  }
  return '';
}

const upper = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

function word(english: string): FrenchWord {
  const found = french.get(english);
  if (!found) throw new Error(`no French for "${english}"`);
  return found;
}

function plural(english: string): string {
  for (const end of [/$/, /s$/, /es$/, /ves$/]) {
    const singular = english.replace(end, end.source === 'ves$' ? 'fe' : '');
    if (french.has(singular)) return word(singular).plural ?? '';
  }
  return (
    word(english === 'mice' ? 'mouse' : english.replace(/ies$/, 'y').replace(/ves$/, 'f')).plural ??
    ''
  );
}

/** Whether 'le' and 'la' lose their vowel before it: before vowels and the silent h of 'horloge'. */
const isOpen = (text: string): boolean => /^(?:[aeiouyéèêâœ]|horloge)/.test(text);

const agree = ({ fr, feminine }: FrenchWord, noun: FrenchWord): string =>
  noun.gender === 'f' ? (feminine ?? fr) : fr;

const beforeNoun = new Set(['petit', 'grand', 'vieux', 'nouveau', 'long']);
const beforeVowel: Readonly<Record<string, string>> = { vieux: 'vieil', nouveau: 'nouvel' };

function nounPhrase(article: string, english: string): string {
  const words = english.split(' ');
  const noun = word(words.at(-1));
  const adjective = words.length > 1 ? word(words[0]!) : undefined;
  const text = adjective ? withAdjective(noun, adjective) : noun.fr;
  const isFeminine = noun.gender === 'f';
  if (article.startsWith('a')) return `${isFeminine ? 'une' : 'un'} ${text}`;
  if (article === 'my') return `${isFeminine && !isOpen(text) ? 'ma' : 'mon'} ${text}`;
  return isOpen(text) ? `l'${text}` : `${isFeminine ? 'la' : 'le'} ${text}`;
}

function withAdjective(noun: FrenchWord, adjective: FrenchWord): string {
  const agreed = agree(adjective, noun);
  if (!beforeNoun.has(adjective.fr)) return `${noun.fr} ${agreed}`;
  return `${isOpen(noun.fr) ? (beforeVowel[agreed] ?? agreed) : agreed} ${noun.fr}`;
}

function where(at: string): string {
  const [preposition, , place = ''] = at.split(' ');
  const phrase = nounPhrase('the', place);
  if (preposition === 'in') return `dans ${phrase}`;
  if (preposition === 'on') return `sur ${phrase}`;
  return `à ${phrase}`.replace('à le ', 'au ');
}
