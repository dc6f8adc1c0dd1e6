import type { RandomStream } from '../../../src/core/random.ts';
import { smallThings } from '../../world/cast.ts';
import { places, type Noun, type Person, type Place } from '../../world/lexicon.ts';

export interface Moves {
  readonly text: string;
  readonly thing: Noun;
  /** Where it was, first to last. */
  readonly stops: readonly Place[];
  readonly carriers: readonly Person[];
}

/** A thing that is carried from place to place by one person after the other. */
export function makeMoves(stream: RandomStream, people: readonly Person[]): Moves {
  const count = 1 + stream.weighted([0.25, 0.5, 0.25]);
  const thing = stream.pick(smallThings);
  const stops = stream.sample(places, count);
  const carriers = stream.sample(people, count);
  const sentences = stops.map(({ at, word }, i) => {
    const { name } = carriers[i]!;
    if (i === 0) return `${name} ${stream.pick(['put', 'left', 'had'])} the ${thing.word} ${at}.`;
    return stream.pick([
      `${name} took it to the ${word}.`,
      `Then ${name} took the ${thing.word} to the ${word}.`,
      `${name} carried the ${thing.word} to the ${word}.`,
    ]);
  });
  return { text: sentences.join(' '), thing, stops, carriers };
}
