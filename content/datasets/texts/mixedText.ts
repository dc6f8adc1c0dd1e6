import type { RandomStream } from '../../../src/core/random.ts';
import { animals, describe, joinList, places, type Person } from '../../world/lexicon.ts';
import { makeBelongings } from './belongings.ts';
import { makeScene } from './scene.ts';

/** A short text of one of three kinds, with people, places, things, animals and colours in it. */
export function makeMixedText(stream: RandomStream, people: readonly Person[]): string {
  const kind = stream.int(3);
  if (kind === 0) return makeScene(stream, people).sentences.join(' ');
  return kind === 1 ? makeBelongings(stream, people).text : makeOuting(stream, people);
}

/** 'Ana, Leo and Mia met at the lake. There they saw two dogs and a red fox.' */
function makeOuting(stream: RandomStream, people: readonly Person[]): string {
  const names = stream.sample(people, 2 + stream.int(3)).map(({ name }) => name);
  const [first, second] = stream.sample(places, 2);
  const [one, two] = stream.sample(animals, 2);
  const colour = stream.pick(['red', 'black', 'white', 'brown', 'grey', 'yellow']);
  const meeting = `${joinList(names)} ${stream.pick(['met', 'sang', 'played', 'ate', 'worked'])} ${first!.at}.`;
  const after = stream.pick([
    `They saw a ${one!.word} and ${describe(colour, two!.word)}.`,
    `Then they went to the ${second!.word}.`,
    `The ${one!.word} of ${names[0]!} was there too.`,
    `${names.at(-1)} was tired.`,
    `A ${colour} ${one!.word} came from the ${second!.word}.`,
  ]);
  return `${meeting} ${after}`;
}
