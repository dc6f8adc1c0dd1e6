import type { RandomStream } from '../../../src/core/random.ts';
import { days, places, type Person, type Place } from '../../world/lexicon.ts';

export interface Trip {
  readonly person: Person;
  readonly past: string;
  readonly base: string;
  readonly place: Place;
  /** 'on Monday'. */
  readonly when: string;
}

const goings: readonly (readonly [past: string, base: string])[] = [
  ['went', 'go'],
  ['ran', 'run'],
  ['walked', 'walk'],
  ['came', 'come'],
  ['drove', 'drive'],
];

/** Two or three people who went somewhere on a day: 'On Monday Ana ran to the lake.' */
export function makeTimetable(
  stream: RandomStream,
  people: readonly Person[],
): { readonly text: string; readonly trips: readonly Trip[] } {
  const count = stream.chance(0.75) ? 2 : 3;
  const cast = stream.sample(people, count);
  const when = stream.sample(days, count).map((day) => `on ${day}`);
  const where = stream.sample(places, count);
  const trips = cast.map((person, i): Trip => {
    const [past, base] = stream.pick(goings);
    return { person, past, base, place: where[i]!, when: when[i]! };
  });
  const sentences = trips.map(({ person, past, place, when: day }) =>
    stream.chance(0.5)
      ? `${person.name} ${past} to the ${place.word} ${day}.`
      : `${day.replace('on', 'On')} ${person.name} ${past} to the ${place.word}.`,
  );
  return { text: sentences.join(' '), trips };
}
