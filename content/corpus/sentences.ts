import { people } from '../world/lexicon.ts';

const names = new Set(people.map((person) => person.name));

/** First letter in lower case, unless the sentence starts with a name or day, or 'I'. */
export function lowerStart(sentence: string): string {
  const first = /^\w+/.exec(sentence)?.[0] ?? '';
  const proper = names.has(first) || first === 'I' || /day$/.test(first);
  return proper ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

export const upperStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Without its full stop. */
export const bare = (sentence: string): string => sentence.replace(/\.$/, '');

/** Finds the word where it is not a part of a longer one. */
export const wholeWord = (word: string): RegExp => new RegExp(`\\b${word}\\b`, 'g');

/** Joins by the separator, or by line breaks if a part has several lines. */
export const joinParts = (parts: readonly string[], separator: string): string =>
  parts.join(parts.some((part) => part.includes('\n')) ? '\n' : separator);
