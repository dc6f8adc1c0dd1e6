import { answerForms } from '../../answerForms.ts';
import { counted, foods, numbers } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';

const numberTask = inCluster({
  cluster: 'numbers',
  category: 'Mathematics',
  reasoning: 'Numerical Reasoning -> Small Numbers',
  domain: 'Numbers',
});

const smallCounts = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const upTo = (limit: number) => (limit <= 5 ? 1 : limit <= 9 ? 2 : 3);

export const numAdd = numberTask({
  id: 'num_add',
  name: 'How many in all?',
  metric: 'exactMatch',
  definition: 'Add what the two people have and write the number as a word.',
  definitionZh: '把两个人拥有的数量相加，用英文单词写出结果。',
  constraints: [answerForms.oneWord],
  wordings: `
    How many are there in all? Write the number word.
    Add the two numbers.
    Two people have something in the text below; count all of it together and write the number as a word.
    How many do they have together?
    > Now add and write the number.
    > How many is that in all?
    Write as a word how many they have in all.
    Write the number of all of them together.
    > How many have they together?
    > Write how many that is in all, as a word.
    > Say the number that they have together.
    ? Write how many they have together.
    ? > Add them and write the number as a word.`,
  draw({ texts, people }) {
    const [a, b] = texts.sample(people, 2);
    const fruit = texts.pick(foods);
    const [i, k] = [1 + texts.int(6), 1 + texts.int(6)];
    const input = texts.pick([
      `${a!.name} has ${counted(i, fruit)} and ${b!.name} has ${counted(k, fruit)}.`,
      `${a!.name} has ${counted(i, fruit)}. ${b!.name} has ${numbers[k]!} too.`,
    ]);
    return { input, output: numbers[i + k]!, difficulty: upTo(i + k) };
  },
  explain: ({ output }) => `Together it is ${output}.`,
  mistake: ({ input, output }) => ({
    output: /has (\w+)/.exec(input)![1]!,
    explanation: `This is what one of them has; together it is ${output}.`,
  }),
});

export const numStory = numberTask({
  id: 'num_story',
  name: 'How many are left?',
  metric: 'exactMatch',
  definition: 'Something is taken away. Write as a word how many are left.',
  definitionZh: '一些东西被拿走了，用英文单词写出还剩多少。',
  constraints: [answerForms.oneWord],
  wordings: `
    How many are left? Write the number word.
    Count what is still there.
    Somebody has a few things in the story below and then some of them go; write as a word how many are left.
    How many does the person have now?
    > Now write how many are left.
    > How many are there in the end?
    Write how many there are in the end.
    Say as a word how many are left now.
    > Write the number of those that are left.
    > How many are still there? Write the word.
    > Count what is left and write the number.
    ? Write the number that is left.
    ? > Count how many are left and write the word.`,
  draw({ texts, people }) {
    const [a, b] = texts.sample(people, 2);
    const fruit = texts.pick(foods);
    const all = 2 + texts.int(8);
    const gone = 1 + texts.int(Math.min(5, all - 1));
    const how = texts.pick([
      `ate ${numbers[gone]!}`,
      `gave ${numbers[gone]!} to ${b!.name}`,
      `lost ${numbers[gone]!} of them`,
    ]);
    return {
      input: `${a!.name} had ${counted(all, fruit)} and ${how}.`,
      output: numbers[all - gone]!,
      difficulty: upTo(all),
    };
  },
  explain: ({ output }) => `What is left is ${output}.`,
  mistake: ({ input }) => ({
    output: /had (\w+)/.exec(input)![1]!,
    explanation: 'This was there at the beginning, before some were taken away.',
  }),
});

export const numCompare = numberTask({
  id: 'num_compare',
  name: 'Who has more?',
  metric: 'accuracy',
  definition:
    'Two people have different numbers of things. Write the name of the one who has more.',
  definitionZh: '两个人拥有的数量不同，写出拥有较多的那个人的名字。',
  constraints: [answerForms.oneWord],
  wordings: `
    Who has more? Write the name.
    Which of the two has the bigger number?
    Compare how many the two persons in the text below have and write the name of the one with more of it.
    Choose the person with more.
    > Now write who has more.
    > Which person has more of it? Copy the name.
    Which person has the bigger number? Write the name.
    > Write the name of the person with the bigger number.
    > Who of the two has more?
    ? Write the name of the one who has more.
    ? > Whose number is the bigger one? Write the name.`,
  draw({ texts, stream, people }) {
    const [a, b] = texts.sample(people, 2);
    const fruit = texts.pick(foods);
    const [i, k] = texts.sample(smallCounts, 2) as [number, number];
    const input = texts.pick([
      `${a!.name} has ${counted(i, fruit)} and ${b!.name} has ${counted(k, fruit)}.`,
      `${a!.name} found ${counted(i, fruit)}. ${b!.name} found ${numbers[k]!}.`,
    ]);
    return {
      input,
      output: (i > k ? a! : b!).name,
      options: stream.shuffle([a!.name, b!.name]),
      difficulty: Math.abs(i - k) >= 4 ? 1 : Math.abs(i - k) >= 2 ? 2 : 3,
    };
  },
  explain: ({ output }) => `The number of ${output} is the bigger one.`,
  mistake: ({ options, output }) => ({
    output: options!.find((name) => name !== output)!,
    explanation: 'This one has less.',
  }),
});

export const numSeq = numberTask({
  id: 'num_seq',
  name: 'What comes next?',
  metric: 'exactMatch',
  definition: 'The numbers go on in the same way. Write the next number.',
  definitionZh: '这些数按同样的规律继续，写出下一个数。',
  constraints: [answerForms.digits],
  wordings: `
    What comes next?
    Write the number that follows.
    The numbers of the list below go up or down in equal steps; find out the step and write the next number.
    Which number is next?
    > Now write the next number.
    > Go on with the list: which number follows?
    Write the number that comes after these.
    Go on with the numbers: which one is next?
    > Write the next number of this row.
    ? Write the next number of the list.
    ? > Which number comes after the last one?`,
  draw({ stream }) {
    const step = stream.pick([1, 2, 3, 5, 10]);
    const isUp = stream.chance(0.6);
    const length = 3 + stream.int(3);
    const start = stream.int(300) + 1;
    const rising = Array.from({ length: length + 1 }, (_, i) => start + i * step);
    const all = isUp ? rising : rising.reverse();
    const isWords = rising.every((value) => value <= 20) && stream.chance(0.5);
    const said = all.map((value) => (isWords ? numbers[value]! : String(value)));
    return {
      input: said.slice(0, -1).join(', '),
      output: said.at(-1),
      difficulty: step === 1 ? 1 : isUp ? 2 : 3,
    };
  },
  explain: () => 'The step is the same as before.',
  mistake: ({ input }) => ({
    output: input.split(', ').at(-1),
    explanation: 'This number stands there already.',
  }),
});
