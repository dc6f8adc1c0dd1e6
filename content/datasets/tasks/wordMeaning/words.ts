import { answerForms } from '../../answerForms.ts';
import { pets, smallThings } from '../../../world/cast.ts';
import {
  animals,
  colours,
  foods,
  jobs,
  opposites,
  things,
  withArticle,
} from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { useOf } from '../../../world/usesOfThings.ts';

const meaning = inCluster({
  cluster: 'word meaning',
  category: 'Word Semantics',
  reasoning: 'Commonsense Reasoning -> Word Meaning',
  domain: 'Words',
});

const words = (nouns: readonly { readonly word: string }[]): string[] =>
  nouns.map(({ word }) => word);
const kinds: Readonly<Record<string, readonly string[]>> = {
  animal: words(animals),
  thing: words(things),
  food: words(foods),
  job: words(jobs),
};

export const wCategory = meaning({
  id: 'w_category',
  name: 'What kind of word?',
  metric: 'accuracy',
  needsWordKnowledge: true,
  definition: 'What is the {w} of the text: an animal, a thing, a food or a job? Write one word.',
  definitionZh: '文中的 {w} 是哪一类：animal、thing、food 还是 job？写一个词。',
  constraints: [answerForms.oneWord],
  wordings: `
    What kind of word is {w}: animal, thing, food or job?
    Is {w} a food, a job, an animal or a thing?
    Think of what the word {w} in the text below means and write its kind: job, animal, food or thing.
    Choose the kind of {w}: thing, food, job or animal.
    > Which kind is {w}: food, animal, thing or job?
    > Now write what {w} is: a job, a thing, an animal or a food.
    ? Write the kind of the word {w}: animal, food, thing or job.
    ? > Is {w} an animal, a job, a thing or a food?`,
  labels: Object.keys(kinds),
  draw({ stream, people, label }) {
    const w = stream.pick(kinds[label]!);
    const [a, b] = stream.sample(people, 2).map(({ name }) => name);
    const other = stream.pick(
      stream.pick(Object.values(kinds).filter((list) => !list.includes(w))),
    );
    const input = stream.pick([
      `${a} spoke of the ${w} and the ${other}.`,
      `${a} and ${b} drew the ${other} and the ${w}.`,
      `${a} has a picture of the ${w}.`,
      `${a} thinks of the ${w}.`,
    ]);
    return { input, output: label, slots: { w }, difficulty: input.includes(other) ? 2 : 1 };
  },
  explain: ({ slots, output }) => `A ${slots!['w']} is a kind of ${output}.`,
  mistake: ({ output }) => ({
    output: output === 'food' ? 'animal' : 'food',
    explanation: `It is a kind of ${output}.`,
  }),
});

export const wOdd = meaning({
  id: 'w_odd',
  name: 'The odd one out',
  metric: 'accuracy',
  needsWordKnowledge: true,
  definition: 'Three words are of the same kind and one is not. Write that one.',
  definitionZh: '三个词属于同一类，一个不是，写出那一个。',
  constraints: [answerForms.oneWord],
  wordings: `
    Which word does not belong?
    Choose the odd one.
    Three words of the list below are of one kind, like animals or foods; find the word of another kind and write it.
    Which one is of another kind?
    > Now write the word that does not fit.
    > Which of the words is not like the others?
    Find the word of another kind.
    Write the one word that does not fit the others.
    > Which word is of another kind than the others?
    > Copy the word that does not belong to the rest.
    ? Write the word that is of another kind.
    ? > Find the word that does not belong to the others.`,
  showsOptions: 'never',
  draw({ texts, stream }) {
    const pools = [...Object.values(kinds), colours];
    const [own, others] = texts.sample(pools, 2) as [readonly string[], readonly string[]];
    const odd = texts.pick(others);
    const list = texts.sample(
      own.filter((word) => word !== odd),
      3,
    );
    const at = stream.int(4);
    list.splice(at, 0, odd);
    return {
      input: list.join(', '),
      output: odd,
      options: list,
      difficulty: own === colours || others === colours ? 1 : own === kinds['thing'] ? 3 : 2,
    };
  },
  explain: ({ output }) => `The others are of one kind, and "${output}" is not.`,
  mistake: ({ input, output }) => ({
    output: input.split(', ').find((word) => word !== output)!,
    explanation: 'This word is of the same kind as two others.',
  }),
});

export const wOpposite = meaning({
  id: 'w_opposite',
  name: 'Opposites',
  metric: 'strictMatch',
  needsWordKnowledge: true,
  definition: 'Write the sentence with the opposite of its last word.',
  definitionZh: '把句子最后一个词换成反义词，写出这句话。',
  constraints: [answerForms.sentence],
  wordings: `
    Write the opposite.
    Say the opposite of the sentence.
    Take the last word of the sentence below and write the sentence again with the word that means the opposite.
    What is the opposite of this?
    > Now write the opposite of this sentence.
    > Change the last word into its opposite.
    ? Write the sentence so that it says the opposite.
    ? > Say this with the opposite word.`,
  draw({ stream, people }) {
    const [left, right] = stream.shuffle(
      stream.pick(opposites.filter(([one]) => !['happy', 'rich', 'early', 'sweet'].includes(one))),
    ) as [string, string];
    const noun = stream.pick([...smallThings, ...pets]).word;
    const subject = stream.pick([`The ${noun}`, `The ${noun} of ${stream.pick(people).name}`]);
    const verb = stream.pick(['is', 'was']);
    return {
      input: `${subject} ${verb} ${left}.`,
      output: `${subject} ${verb} ${right}.`,
      difficulty: subject.includes(' of ') ? 2 : 1,
    };
  },
  explain: ({ output }) => `The opposite is "${output.split(' ').at(-1).replace('.', '')}".`,
  mistake: ({ input, output }) => ({
    output:
      input.replace(/(\w+)\.$/, 'not $1.') === output
        ? input
        : input.replace(/(\w+)\.$/, 'not $1.'),
    explanation: 'The opposite word is asked for, not the word "not".',
  }),
});

export const wRiddle = meaning({
  id: 'w_riddle',
  name: 'What does one need?',
  metric: 'accuracy',
  needsWordKnowledge: true,
  definition: 'Somebody wants to do something. Choose the thing that one needs for it.',
  definitionZh: '有人想做一件事，选出做这件事需要的东西。',
  constraints: [answerForms.oneWord],
  wordings: `
    Which thing does the person need?
    Choose the right thing for it.
    Somebody in the text below wants to do something; think of what one needs for that and choose the thing.
    What helps here?
    > Now write the thing that is needed.
    > Which of the things does one need for this?
    ? Write the thing that the person needs.
    ? > Choose the thing that helps here.`,
  showsOptions: 'always',
  draw({ stream, people }) {
    const [thing, goal] = stream.pick([...useOf]);
    const wrong = stream.sample(
      smallThings.filter(({ word }) => word !== thing && !useOf.has(word)),
      1,
    );
    const far = stream.sample(
      [...useOf.keys()].filter((word) => word !== thing && useOf.get(word) !== goal),
      1,
    );
    const options = stream.shuffle([thing, ...wrong.map(({ word }) => word), ...far]);
    const input = stream.pick([
      `${stream.pick(people).name} wants to ${goal}.`,
      `"I want to ${goal}," said ${stream.pick(people).name}.`,
      `${stream.pick(people).name} has to ${goal}.`,
    ]);
    return { input, output: thing, options, difficulty: input.startsWith('"') ? 2 : 1 };
  },
  explain: ({ output, input }) =>
    `For that one needs ${withArticle({ word: output, plural: '', article: 'a' })}: ${input}`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'One uses it for something else.',
  }),
});
