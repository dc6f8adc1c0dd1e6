import type { RandomStream } from '../../src/core/random.ts';
import { smallThings } from '../world/cast.ts';
import { capitalise, places, verbs, type Person } from '../world/lexicon.ts';
import { factsOf, type Asked, type Relation } from './lookupFacts.ts';
import { lowerStart } from './sentences.ts';

const handling = verbs.filter(({ base }) =>
  ['find', 'lose', 'paint', 'wash', 'clean', 'buy', 'sell', 'hide', 'take', 'fix'].includes(base),
);

function event({ name }: Person, stream: RandomStream): string {
  const place = stream.pick(places);
  return stream.pick([
    `${name} ${stream.pick(handling).past} the ${stream.pick(smallThings).word}`,
    `${name} ${stream.pick(['went', 'ran', 'came', 'drove'])} to the ${place.word}`,
    `${name} ${stream.pick(['slept', 'sang', 'danced', 'worked', 'waited'])} ${place.at}`,
  ]);
}

/** Two events, told in order of time or not, and which was first. */
export const order: Relation = (stream, [one, other]) => {
  const [first, last] = [event(one!, stream), event(other!, stream)];
  const sentence = stream.pick([
    `Before ${last}, ${first}.`,
    `${first} before ${last}.`,
    `After ${first}, ${last}.`,
    `${last} after ${first}.`,
    `${last}, but before that ${first}.`,
    `${first}, and after that ${last}.`,
    `First ${first}, then ${last}.`,
    `${first}. Then ${lowerStart(last)}.`,
  ]);
  const of = { sisters: [first, last], strangers: [first, last] };
  const earlier: Asked = {
    ...of,
    question: stream.pick(['What came first?', 'What was first?']),
    value: first,
    claim: (value) =>
      stream.pick([`It was first that ${value}.`, `The first of the two was: ${value}.`]),
  };
  const later: Asked = {
    ...of,
    question: stream.pick(['What came last?', 'What was last?']),
    value: last,
    claim: (value) => `It was later that ${value}.`,
  };
  return [{ sentence: capitalise(sentence), facts: factsOf(stream, [earlier, later]) }];
};
