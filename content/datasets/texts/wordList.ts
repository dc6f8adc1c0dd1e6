import type { RandomStream } from '../../../src/core/random.ts';
import { animals, colours, foods, jobs, things, type Person } from '../../world/lexicon.ts';

const words = (nouns: readonly { readonly word: string }[]): string[] =>
  nouns.map(({ word }) => word);

/** The kinds of words that lists are made of. */
export const kinds = {
  animals: words(animals),
  foods: words(foods),
  things: words(things),
  colours,
  jobs: words(jobs),
} as const;
export type Kind = keyof typeof kinds | 'names';

/** Three to five different words of several kinds, in random order. */
export function makeWordList(stream: RandomStream, people: readonly Person[]): string[] {
  const pools = [...Object.values(kinds), people.map(({ name }) => name)];
  const count = 3 + stream.int(3);
  const list = new Set<string>();
  while (list.size < count) list.add(stream.pick(stream.pick(pools)));
  return [...list];
}
