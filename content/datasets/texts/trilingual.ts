import type { RandomStream } from '../../../src/core/random.ts';
import { trilingualVerbs } from '../../world/bilingual.ts';
import { chinese } from '../../world/chinese.ts';
import { french } from '../../world/french.ts';
import {
  animals,
  colours,
  describe,
  foods,
  things,
  type Noun,
  type Person,
} from '../../world/lexicon.ts';

/** One short sentence in three languages. */
export interface Trilingual {
  readonly english: string;
  readonly french: string;
  readonly chinese: string;
  /** A noun of the sentence in each of them. */
  readonly noun: { readonly english: string; readonly french: string; readonly chinese: string };
  readonly difficulty: 1 | 2 | 3;
}

const knownNouns = [...animals, ...things.slice(0, 24), ...foods.slice(0, 14)].filter(
  ({ word }) => chinese.has(word) && french.has(word) && french.get(word)!.fr !== word,
);
const knownColours = colours.filter(
  (word) => chinese.has(word) && word !== 'orange' && word !== 'silver',
);

/** 'un chien rouge', 'une vache noire'. */
function frenchPhrase(noun: Noun, colour: string | undefined): string {
  const { fr, gender } = french.get(noun.word)!;
  const paint = colour ? french.get(colour)! : undefined;
  const agreed = paint ? ` ${gender === 'f' ? (paint.feminine ?? paint.fr) : paint.fr}` : '';
  return `${gender === 'f' ? 'une' : 'un'} ${fr}${agreed}`;
}

const chinesePhrase = (noun: Noun, colour: string | undefined): string =>
  `${colour ? `${chinese.get(colour)!}的` : ''}${chinese.get(noun.word)!}`;

/** 'Ana sees a red dog.', sometimes with a second thing. */
export function makeTrilingual(stream: RandomStream, people: readonly Person[]): Trilingual {
  const { name } = stream.pick(people);
  const [first, second] = stream.sample(knownNouns, 2) as [Noun, Noun];
  const colour = stream.chance(0.6) ? stream.pick(knownColours) : undefined;
  const [english, verb, zh] = stream.pick(trilingualVerbs);
  const hasTwo = stream.chance(0.35);
  const one = colour ? describe(colour, first.word) : describe(first.word);
  const noun = {
    english: first.word,
    french: french.get(first.word)!.fr,
    chinese: chinese.get(first.word)!,
  };
  const and = hasTwo
    ? [
        ` and ${describe(second.word)}`,
        ` et ${frenchPhrase(second, undefined)}`,
        `和${chinesePhrase(second, undefined)}`,
      ]
    : ['', '', ''];
  return {
    english: `${name} ${english} ${one}${and[0]!}.`,
    french: `${name} ${verb} ${frenchPhrase(first, colour)}${and[1]!}.`,
    chinese: `${name}${zh}${chinesePhrase(first, colour)}${and[2]!}。`,
    noun,
    difficulty: hasTwo ? 3 : colour ? 2 : 1,
  };
}
