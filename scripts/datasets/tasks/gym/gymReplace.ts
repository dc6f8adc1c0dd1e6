import type { RandomStream } from '../../../../src/core/random.ts';
import {
  animals,
  colours,
  describe,
  foods,
  places,
  type Noun,
  type Person,
} from '../../../world/lexicon.ts';
import { smallThings } from '../../../world/cast.ts';
import type { TaskSource } from '../../taskSource.ts';

/** The rule is in the input, so that every instance is an instruction of its own. */
export const gymReplace: TaskSource = {
  id: 'gym_replace',
  name: 'Replace a word',
  cluster: 'reading gym',
  metric: 'strictMatch',
  category: 'Text Modification',
  reasoning: 'Following Rules -> Replacing Words',
  domain: 'Sentences',
  definition:
    'The input has two words and a sentence. Write the sentence with the second word wherever the first word stands.',
  wordings: [
    { text: 'Change the word as the arrow says and copy the rest.', place: 'before' },
    { text: 'Write the sentence again with the new word.', place: 'before' },
    { text: 'Swap in the second word for the first one.', place: 'before' },
    { text: 'How does the sentence read with the new word?', place: 'before' },
    { text: 'Replace the word left of the arrow by the word right of it.', place: 'before' },
    { text: 'Now write the sentence with the new word in place of the old one.', place: 'after' },
  ],
  draw({ stream, people }) {
    const { sentence, words } = drawSentence(stream, people);
    const isAbsent = stream.chance(0.1);
    const kind = stream.pick(words);
    const [from, to] = isAbsent
      ? stream.sample(kind.absent, 2)
      : [kind.present, stream.pick(kind.absent)];
    const output = sentence.replace(new RegExp(`\\b${from}\\b`, 'g'), to!);
    return { input: `${from} -> ${to}: ${sentence}`, output };
  },
  explain: ({ input }) => {
    const [, from, to, sentence] = /^(\S+) -> (\S+): (.*)$/.exec(input)!;
    return sentence!.split(/\W+/).includes(from!)
      ? `Every "${from}" became "${to}"; the rest is unchanged.`
      : `There is no "${from}" in the sentence, so it stays as it is.`;
  },
  mistake: ({ input }) => {
    const [, , to] = /^(\S+) -> (\S+): /.exec(input)!;
    return { output: to!, explanation: 'The whole sentence is asked for, not the new word alone.' };
  },
};

interface Slot {
  readonly present: string;
  /** Words of the same kind that the sentence does not have and that may stand in its place. */
  readonly absent: readonly string[];
}

interface Pattern {
  readonly sentence: string;
  readonly words: readonly Slot[];
}

const verbs = ['found', 'saw', 'had', 'lost', 'drew', 'took', 'liked', 'wanted', 'held'];

function drawSentence(stream: RandomStream, people: readonly Person[]): Pattern {
  const nouns = stream.pick([smallThings, animals, foods]);
  const [first, second] = stream.sample(nouns, 2) as [Noun, Noun];
  const [person, friend] = stream.sample(people, 2) as [Person, Person];
  const [colour] = stream.sample(plainColours, 1) as [string];
  const place = stream.pick(places);
  const name = nameSlot(person, [person, friend], people);
  const noun = nounSlot(first, [first, second], nouns);
  const paint = { present: colour, absent: plainColours.filter((other) => other !== colour) };
  const verb = stream.pick(verbs);
  const patterns: Pattern[] = [
    {
      sentence: `${person.name} ${verb} ${describe(colour, first.word)} ${place.at}.`,
      words: [name, noun, paint],
    },
    { sentence: `The ${first.word} of ${person.name} was ${colour}.`, words: [name, noun, paint] },
    {
      sentence: `${person.name} ${verb} the ${first.word}, and ${friend.name} ${verb} the ${second.word}.`,
      words: [name, noun],
    },
    {
      sentence: `The ${first.word} is ${place.at}, but ${person.name} is not there.`,
      words: [name, noun],
    },
    {
      sentence: `${person.name} gave ${friend.name} the ${colour} ${first.word}.`,
      words: [name, noun, paint],
    },
    {
      sentence: `Where is the ${first.word}? ${person.name} has the ${first.word}.`,
      words: [name, noun],
    },
  ];
  return stream.pick(patterns);
}

/** Without 'orange': it would ask for 'an', and it is a fruit to some readers. */
const plainColours = colours.filter((colour) => colour !== 'orange');

const nameSlot = (person: Person, used: readonly Person[], people: readonly Person[]): Slot => ({
  present: person.name,
  absent: people.filter((other) => !used.includes(other)).map(({ name }) => name),
});

const nounSlot = (noun: Noun, used: readonly Noun[], nouns: readonly Noun[]): Slot => ({
  present: noun.word,
  absent: nouns.filter((other) => !used.includes(other)).map(({ word }) => word),
});
