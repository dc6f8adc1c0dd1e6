import type { RandomStream } from '../../../src/core/random.ts';
import { smallThings } from '../../world/cast.ts';
import { capitalise, foods, places, type Person } from '../../world/lexicon.ts';

export interface Events {
  readonly text: string;
  /** Clauses in order of time: 'Ana ate a pear'. */
  readonly inOrder: readonly string[];
  /** True when the text tells them in another order than they happened. */
  readonly isTurned: boolean;
}

/** Two things that happened one after the other, told with before, after or then. */
export function makeEvents(stream: RandomStream, people: readonly Person[]): Events {
  const [a, b] = stream.sample(people, 2);
  const deed = ({ name }: Person): string =>
    `${name} ${stream.pick([
      `ate the ${stream.pick(foods).word}`,
      `went to the ${stream.pick(places).word}`,
      `found the ${stream.pick(smallThings).word}`,
      `lost the ${stream.pick(smallThings).word}`,
      `sang ${stream.pick(places).at}`,
      `slept ${stream.pick(places).at}`,
    ])}`;
  const inOrder = [deed(a!), deed(b!)] as [string, string];
  const [first, second] = inOrder;
  const plain = [
    `${first}. Then ${second}.`,
    `First ${first}, then ${second}.`,
    `After ${first}, ${second}.`,
    `${first} before ${second}.`,
  ];
  const turned = [
    `Before ${second}, ${first}.`,
    `${second} after ${first}.`,
    `${second}, but before that ${first}.`,
  ];
  const isTurned = stream.chance(0.5);
  return { text: capitalise(stream.pick(isTurned ? turned : plain)), inOrder, isTurned };
}
