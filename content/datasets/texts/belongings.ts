import type { RandomStream } from '../../../src/core/random.ts';
import { pets, smallThings } from '../../world/cast.ts';
import { colours, describe, foods, type Noun, type Person } from '../../world/lexicon.ts';

/** One sentence of the text: who did what with which thing. */
export interface Belonging {
  readonly person: Person;
  readonly thing: Noun;
  readonly colour: string;
  /** 'found', and 'find' for questions. */
  readonly past: string;
  readonly base: string;
  readonly sentence: string;
}

export interface Belongings {
  readonly text: string;
  readonly rows: readonly Belonging[];
  /** Not in the text. */
  readonly otherPerson: Person;
  readonly otherThing: Noun;
  readonly otherColour: string;
}

const verbs: readonly (readonly [past: string, base: string])[] = [
  ['had', 'have'],
  ['found', 'find'],
  ['bought', 'buy'],
  ['took', 'take'],
  ['saw', 'see'],
  ['wanted', 'want'],
  ['liked', 'like'],
  ['lost', 'lose'],
  ['drew', 'draw'],
];

/** Two or three people, each with a thing of its own colour: 'Ana found a red kite.' */
export function makeBelongings(stream: RandomStream, people: readonly Person[]): Belongings {
  const count = stream.chance(0.65) ? 2 : 3;
  const [otherPerson, ...cast] = stream.sample(people, count + 1) as [Person, ...Person[]];
  const pool = [...smallThings, ...pets, ...foods];
  const [otherThing, ...things] = stream.sample(pool, count + 1) as [Noun, ...Noun[]];
  const [otherColour, ...paint] = stream.sample(colours, count + 1) as [string, ...string[]];
  const rows = cast.map((person, i): Belonging => {
    const [past, base] = stream.pick(verbs);
    const [thing, colour] = [things[i]!, paint[i]!];
    const sentence = `${person.name} ${past} ${describe(colour, thing.word)}.`;
    return { person, thing, colour, past, base, sentence };
  });
  const text = rows.map(({ sentence }) => sentence).join(' ');
  return { text, rows, otherPerson, otherThing, otherColour };
}
