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
  type Verb,
} from '../world/lexicon.ts';
import { categories, type Exercise } from './listExercises.ts';

const nounGroups: [string, Noun[]][] = [
  ['animal', animals],
  ['thing', things],
  ['food', foods],
];

/** What an order about single words can be about; all of it is drawn for each, and one kind is asked. */
interface Words {
  readonly group: string;
  readonly noun: Noun;
  readonly opposites: readonly [string, string];
  readonly verb: Verb;
  /** Two numbers, 1 … 10 and 1 … 9. */
  readonly counts: readonly [number, number];
  /** Three words of a kind and one of another, which is the odd one. */
  readonly mixed: readonly string[];
  readonly odd: string;
}

/** The ways to order something, and what is said then. */
interface Kind {
  readonly orders: (words: Words) => readonly string[];
  readonly result: (words: Words) => string;
}

const larger = ({ counts: [k, i] }: Words): readonly [more: number, less: number] =>
  k > i ? [k, i] : [i + 1, k];

const kinds: readonly Kind[] = [
  {
    orders: ({ opposites: [left] }) => [
      `What is the opposite of ${left}?`,
      `Give me the opposite of ${left}`,
      `Say the opposite: ${left}`,
    ],
    result: ({ opposites: [, right] }) => right,
  },
  {
    orders: ({ noun }) => [
      `What kind of word is ${noun.word}: animal, thing or food?`,
      `Is ${noun.word} an animal, a thing or a food?`,
    ],
    result: ({ group }) => group,
  },
  {
    orders: ({ noun }) => [
      `One ${noun.word}, and many?`,
      `Write the plural of ${noun.word}`,
      `More than one ${noun.word} are called?`,
    ],
    result: ({ noun }) => noun.plural,
  },
  {
    orders: ({ verb }) => [
      `Put "${verb.third}" in the past`,
      `Today she ${verb.third}. And yesterday?`,
    ],
    result: ({ verb }) => verb.past,
  },
  {
    orders: ({ counts: [k, i] }) => [
      `Add ${numbers[k]} and ${numbers[i]}`,
      `How much is ${numbers[k]} and ${numbers[i]}?`,
    ],
    result: ({ counts: [k, i] }) => numbers[k + i]!,
  },
  {
    orders: ({ noun }) => [`What is ${noun.word} in French?`, `Say ${noun.word} in French`],
    result: ({ noun }) => french.get(noun.word)!.fr,
  },
  {
    orders: ({ mixed }) => [
      `Which does not belong: ${mixed.join(', ')}?`,
      `Choose the odd one: ${mixed.join(', ')}`,
    ],
    result: ({ odd }) => odd,
  },
  {
    orders: (words) => {
      const [more, less] = larger(words);
      const { plural } = words.noun;
      return [
        `What is more, ${more} ${plural} or ${less} ${plural}?`,
        `Choose the bigger number: ${less} or ${more}`,
      ];
    },
    result: (words) => `${larger(words)[0]}`,
  },
];

/** Orders about the meaning and form of single words, without a list. */
export function drawWordExercise(stream: RandomStream): Exercise {
  const [group, nouns] = stream.pick(nounGroups);
  const noun = stream.pick(nouns);
  const opposite = stream.shuffle(stream.pick(opposites)) as [string, string];
  const verb = stream.pick(verbs);
  const kind = kinds[stream.int(kinds.length)]!;
  const counts = [1 + stream.int(10), 1 + stream.int(9)] as const;
  const [kinOf, strangers] = stream.sample(categories, 2).map(([, , members]) => members);
  const odd = stream.pick(strangers!);
  const mixed = stream.shuffle([...stream.sample(kinOf!, 3), odd]);
  const words: Words = { group, noun, opposites: opposite, verb, counts, mixed, odd };
  return { order: stream.pick(kind.orders(words)), result: kind.result(words) };
}
