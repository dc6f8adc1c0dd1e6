import type { RandomStream } from '../../../src/core/random.ts';
import { pets, smallThings } from '../../world/cast.ts';
import { colours, foods, places, trainPeople } from '../../world/lexicon.ts';
import { syllables } from '../../world/syllables.ts';

const pool = [
  ...[...smallThings, ...pets, ...foods, ...places].map(({ word }) => word),
  ...colours,
  ...trainPeople.map(({ name }) => name),
];

/** A word of the world, or (one time in five) one that means nothing. */
export const gymWord = (stream: RandomStream): string =>
  stream.chance(0.2) ? stream.sample(syllables, 2).join('') : stream.pick(pool);

/** Different words. */
export function gymWords(stream: RandomStream, count: number): string[] {
  const found = new Set<string>();
  while (found.size < count) found.add(gymWord(stream));
  return [...found];
}

/** One of two thousand words that mean nothing: 'daxtomip'. */
export const longNonsense = (stream: RandomStream): string => stream.sample(syllables, 3).join('');
