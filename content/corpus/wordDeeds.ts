import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  foods,
  french,
  numbers,
  opposites,
  things,
  verbs,
  type Noun,
} from '../world/lexicon.ts';
import { categories, type Deed } from './wordTasks.ts';

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
  const [kinOf, strangers] = stream.sample(categories, 2).map(([, , members]) => members);
  const oddWord = stream.pick(strangers!);
  const odd = stream.shuffle([...stream.sample(kinOf!, 3), oddWord]).join(', ');
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
        order: stream.pick([`Which does not belong: ${odd}?`, `Choose the odd one: ${odd}`]),
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
