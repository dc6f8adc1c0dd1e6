import { randomStream, type RandomStream } from '../../src/core/random.ts';
import { smallThings } from '../../content/world/cast.ts';
import { animals, colours, foods, places, trainPeople } from '../../content/world/lexicon.ts';

/** "Write the text, but with {y} for {x}." */
export interface Rule {
  readonly x: string;
  readonly y: string;
}

interface RuleCase {
  readonly input: string;
  readonly output: string;
  readonly slots: Rule & Record<string, string>;
}

const groups = {
  name: trainPeople.map(({ name }) => name),
  animal: animals.map(({ word }) => word),
  thing: smallThings.map(({ word }) => word),
  food: foods.map(({ word }) => word),
  place: places.map(({ word }) => word),
  colour: colours.filter((colour) => colour !== 'orange'),
};
type Group = keyof typeof groups;

const words = Object.entries(groups).flatMap(([group, list]) =>
  list.map((word) => ({ word, group: group as Group })),
);
const groupOf = new Map(words.map(({ word, group }) => [word, group]));

/** Every rule in one fixed random order: the first I are trained on, the last are the unseen ones. */
export const allRules: readonly Rule[] = randomStream('instruction count', 'rules').shuffle(
  words.flatMap(({ word: x }) => words.flatMap(({ word: y }) => (x === y ? [] : [{ x, y }]))),
);

/** Three-slot sentences; what stands in a slot is of the slot's kind, but may be replaced by any word. */
const patterns: readonly string[] = [
  '{name} saw the {colour} {thing} in the {place}.',
  '{name} gave the {animal} to {name}.',
  'The {animal} of {name} likes the {food}.',
  'The {thing} and the {food} are in the {place}.',
  '{name} and {name} met at the {place}.',
  'The {colour} {animal} took the {thing}.',
  '{name} has a {colour} {thing} and a {food}.',
  'Where is the {food}? {name} has the {food}.',
  'The {animal} sleeps near the {place}, and {name} sings.',
  '{name} put the {food} next to the {thing}.',
];

/** A sentence that holds the word (`isPresent`) or does not. */
function sentence(stream: RandomStream, word: string, isPresent: boolean): string {
  const group = groupOf.get(word)!;
  const fitting = isPresent ? patterns.filter((one) => one.includes(`{${group}}`)) : patterns;
  let isOpen = isPresent;
  return stream.pick(fitting).replace(/\{(\w+)\}/g, (_, slot: Group) => {
    if (isOpen && slot === group) {
      isOpen = false;
      return word;
    }
    return stream.pick(groups[slot].filter((other) => other !== word));
  });
}

/** One example of the rule; without its word in the text nothing changes. */
export function ruleCase(stream: RandomStream, { x, y }: Rule, isPresent: boolean): RuleCase {
  const input = sentence(stream, x, isPresent);
  const output = input.replaceAll(new RegExp(`\\b${x}\\b`, 'g'), y);
  return { input, output, slots: { x, y } };
}
