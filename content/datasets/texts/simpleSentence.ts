import type { RandomStream } from '../../../src/core/random.ts';
import { pets, smallThings } from '../../world/cast.ts';
import { foods, places, withArticle, type Person } from '../../world/lexicon.ts';
import { verbs, type Verb } from '../../world/verbs.ts';

/** A sentence that can be said in several tenses. */
export interface SimpleSentence {
  readonly subject: string;
  readonly verb: Verb;
  readonly rest: string;
}

const verb = (base: string): Verb => verbs.find((one) => one.base === base)!;
const going = ['go', 'run', 'walk', 'come', 'drive'].map(verb);
const staying = ['sing', 'sleep', 'dance', 'play', 'work', 'wait', 'sit'].map(verb);
const doing = [
  'have',
  'see',
  'find',
  'take',
  'buy',
  'lose',
  'want',
  'like',
  'draw',
  'carry',
  'hide',
  'wash',
].map(verb);

/** 'Ana' 'find' 'a kite in the barn'. */
export function makeSimpleSentence(
  stream: RandomStream,
  people: readonly Person[],
): SimpleSentence {
  const person = stream.pick(people);
  const subject = stream.chance(0.7) ? person.name : `the ${stream.pick(pets).word}`;
  const place = stream.pick(places);
  const kind = stream.int(3);
  if (kind === 0) return { subject, verb: stream.pick(going), rest: `to the ${place.word}` };
  if (kind === 1) return { subject, verb: stream.pick(staying), rest: place.at };
  const thing = withArticle(stream.pick([...smallThings, ...foods]));
  return {
    subject,
    verb: stream.pick(doing),
    rest: stream.chance(0.4) ? `${thing} ${place.at}` : thing,
  };
}
