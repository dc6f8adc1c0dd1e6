import type { RandomStream } from '../../../src/core/random.ts';
import {
  colours,
  describe,
  places,
  weathers,
  type Noun,
  type Person,
  type Place,
} from '../../world/lexicon.ts';
import { smallThings } from '../../world/cast.ts';
import { puttingVerbs, stayingVerbs } from '../../world/sceneVerbs.ts';

/** What one sentence of a scene says: where a thing or a person is. */
export interface Spot {
  /** 'the kite' or 'Ana'. */
  readonly subject: string;
  readonly isPerson: boolean;
  readonly place: Place;
  /** For things: who put it there and what it looks like. */
  readonly holder?: string;
  readonly colour?: string;
  readonly sentence: string;
}

export interface Scene {
  readonly sentences: readonly string[];
  readonly spots: readonly Spot[];
  /** A place, a person and a colour that the scene does not name. */
  readonly otherPlace: Place;
  readonly otherPerson: Person;
  readonly otherColour: string;
}

const openers = ['', '', '', '', 'Then ', 'Today ', 'At noon '];
const putting = [...puttingVerbs, 'lost', 'dropped'];
const doings = [...stayingVerbs, 'rested'];
const fillers = [
  'was happy',
  'was tired',
  'laughed',
  'smiled',
  'was hungry',
  'said nothing',
  'was late',
  'was proud',
];

/**
 * Draws a scene of two or three located things or people, in mixed order with at most one sentence
 * that names no place. Every sentence has its own person, thing and place.
 */
export function makeScene(stream: RandomStream, people: readonly Person[]): Scene {
  const count = stream.chance(0.7) ? 2 : 3;
  const [otherPerson, ...cast] = stream.sample(people, count + 2) as [Person, ...Person[]];
  const [otherPlace, ...where] = stream.sample(places, count + 1) as [Place, ...Place[]];
  const [otherColour, ...paint] = stream.sample(colours, count + 1) as [string, ...string[]];
  const things = stream.sample(smallThings, count);
  const spots = where.map((place, i) =>
    stream.chance(0.3)
      ? personSpot(stream, cast[i]!, place)
      : thingSpot(stream, cast[i]!, things[i]!, paint[i]!, place),
  );
  const sentences = spots.map(({ sentence }) => sentence);
  if (stream.chance(0.2)) {
    sentences.splice(stream.int(count + 1), 0, fillerSentence(stream, cast[count]!));
  }
  return { sentences, spots, otherPlace, otherPerson, otherColour };
}

/** 'The wind blew.' or 'Ana was tired.': names no place. */
export const fillerSentence = (stream: RandomStream, { name }: Person): string =>
  stream.chance(0.3) ? stream.pick(weathers).sentence : `${name} ${stream.pick(fillers)}.`;

function personSpot(stream: RandomStream, { name }: Person, place: Place): Spot {
  const sentence = `${stream.pick(openers)}${name} ${stream.pick(doings)} ${place.at}.`;
  return { subject: name, isPerson: true, place, sentence };
}

function thingSpot(
  stream: RandomStream,
  { name }: Person,
  { word }: Noun,
  colour: string,
  place: Place,
): Spot {
  const isColoured = stream.chance(0.4);
  const noun = isColoured ? `${colour} ${word}` : word;
  const sentence = stream.pick([
    `${stream.pick(openers)}${name} ${stream.pick(putting)} the ${noun} ${place.at}.`,
    `${stream.pick(openers)}${name} ${stream.pick(putting)} ${describe(...noun.split(' '))} ${place.at}.`,
    `The ${noun} of ${name} was ${place.at}.`,
    `${name} had ${describe(...noun.split(' '))}, and it was ${place.at}.`,
  ]);
  const seen = isColoured ? { colour } : {};
  return { subject: `the ${word}`, isPerson: false, place, holder: name, ...seen, sentence };
}
