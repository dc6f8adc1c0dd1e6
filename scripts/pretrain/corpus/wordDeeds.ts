import type { RandomStream } from '../../../src/core/random.ts';
import {
  animals,
  foods,
  french,
  numbers,
  opposites,
  things,
  verbs,
  type Noun,
} from '../../world/lexicon.ts';
import type { Deed } from './wordTasks.ts';

const words = (nouns: readonly { word: string }[]): string[] => nouns.map(({ word }) => word);

const nounGroups: [string, Noun[]][] = [
  ['animal', animals],
  ['thing', things],
  ['food', foods],
];

/** Orders about the meaning and form of single words, without a list. */
export function drawWordDeed(stream: RandomStream): Deed {
  const [group, nouns] = stream.pick(nounGroups);
  const noun = stream.pick(nouns);
  const [left, right] = stream.shuffle(stream.pick(opposites)) as [string, string];
  const verb = stream.pick(verbs);
  const kind = stream.int(8);
  const [k, i] = [1 + stream.int(10), 1 + stream.int(9)];
  const pairOf = stream.sample(nounGroups, 2) as [[string, Noun[]], [string, Noun[]]];
  const odd = stream.shuffle([...stream.sample(pairOf[0][1], 3), stream.pick(pairOf[1][1])]);
  const oddWord = odd.find(({ word }) => pairOf[1][1].some((other) => other.word === word))!.word;
  switch (kind) {
    case 0:
      return {
        order: stream.pick([
          `What is the opposite of ${left}?`,
          `Give me the opposite of ${left}`,
          `Say the opposite: ${left}`,
        ]),
        result: right,
      };
    case 1:
      return {
        order: stream.pick([
          `What kind of word is ${noun.word}: animal, thing or food?`,
          `Is ${noun.word} an animal, a thing or a food?`,
        ]),
        result: group,
      };
    case 2:
      return {
        order: stream.pick([
          `One ${noun.word}, and many?`,
          `Write the plural of ${noun.word}`,
          `More than one ${noun.word} are called?`,
        ]),
        result: noun.plural,
      };
    case 3:
      return {
        order: stream.pick([
          `Put "${verb.third}" in the past`,
          `Today she ${verb.third}. And yesterday?`,
        ]),
        result: verb.past,
      };
    case 4:
      return {
        order: stream.pick([
          `Add ${numbers[k]} and ${numbers[i]}`,
          `How much is ${numbers[k]} and ${numbers[i]}?`,
        ]),
        result: numbers[k + i]!,
      };
    case 5:
      return {
        order: stream.pick([`What is ${noun.word} in French?`, `Say ${noun.word} in French`]),
        result: french.get(noun.word)!.fr,
      };
    case 6:
      return {
        order: stream.pick([
          `Which does not belong: ${words(odd).join(', ')}?`,
          `Choose the odd one: ${words(odd).join(', ')}`,
        ]),
        result: oddWord,
      };
    default: {
      const [more, less] = k > i ? [k, i] : [i + 1, k];
      return {
        order: stream.pick([
          `What is more, ${more} ${noun.plural} or ${less} ${noun.plural}?`,
          `Choose the bigger number: ${less} or ${more}`,
        ]),
        result: `${more}`,
      };
    }
  }
}
