import { answerForms } from '../../answerForms.ts';
import { ordinals } from '../../../world/lexicon.ts';
import { gymFamily } from '../../gymFamily.ts';
import { gymWord, gymWords, longNonsense } from '../../texts/gymWords.ts';
import { makeWordList } from '../../texts/wordList.ts';

export const gymCount = gymFamily({
  id: 'gym_count',
  name: 'How often?',
  metric: 'exactMatch',
  definition: 'How often does the word "{w}" stand in the list? Write the number word.',
  definitionZh: '"{w}" 这个词在列表中出现几次？写出数字单词。',
  constraints: [answerForms.oneWord],
  wordings: `
    Count the word {w} in the list.
    How many times is {w} there?
    Go through the list of words below and count how often the word {w} comes; write the number as a word.
    How often can you read {w}?
    > Now write how often {w} comes.
    > How many times does the list have "{w}"?
    How often is {w} in the list? Write the number as a word.
    Write how many times {w} is there.
    > Count how many times you read {w}.
    > Say how often the word {w} is in this list.
    ? Write how many times the list has the word {w}.
    ? > Count how often {w} is there.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people).slice(0, 3);
    const times = stream.int(4);
    const w = longNonsense(stream);
    const others = [...list.slice(1), list[1]!];
    const all = stream.shuffle([...others, ...Array<string>(times).fill(w)]);
    return {
      input: all.join(', '),
      output: ['zero', 'one', 'two', 'three'][times]!,
      slots: { w },
      difficulty: times <= 1 ? 1 : times === 2 ? 2 : 3,
    };
  },
  explain: ({ output }) => `It comes ${output} times.`,
  mistake: ({ output }) => ({
    output: output === 'one' ? 'two' : 'one',
    explanation: `It comes ${output} times.`,
  }),
});

export const gymFormat = gymFamily({
  id: 'gym_format',
  name: 'Between two marks',
  metric: 'strictMatch',
  definition: 'Write the {n} word of the list between <{tag}> and </{tag}>.',
  definitionZh: '把列表中的第 {n} 个词写在 <{tag}> 和 </{tag}> 之间。',
  wordings: `
    Copy the {n} word and put it between <{tag}> and </{tag}>.
    Answer as <{tag}> … </{tag}>: which word is the {n} one?
    Find the {n} word of the list below and write it with the mark <{tag}> before and the mark </{tag}> after it.
    What is the {n} word? Write it in <{tag}> and </{tag}>.
    > Now write the {n} word in <{tag}> marks.
    > Put the {n} word between <{tag}> and </{tag}>.
    Write the {n} word in the marks <{tag}> and </{tag}>.
    Copy the {n} one of the words between <{tag}> and </{tag}>.
    > Now put <{tag}> and </{tag}> round the {n} word.
    > Say <{tag}>, the {n} word, and </{tag}>.
    ? Write the {n} one between <{tag}> and </{tag}>.
    ? > Copy the {n} word as <{tag}> … </{tag}>.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people);
    const at = stream.int(Math.min(3, list.length));
    const tag = gymWords(stream, 4).find((word) => !list.includes(word))!;
    return {
      input: list.join(', '),
      output: `<${tag}> ${list[at]!} </${tag}>`,
      slots: { n: ordinals[at]!, tag },
      difficulty: at === 0 ? 1 : at === 1 ? 2 : 3,
    };
  },
  explain: () => 'The word stands between its two marks.',
  mistake: ({ output }) => ({
    output: output.replace(/ ?<.*?> ?/g, ''),
    explanation: 'The marks are missing.',
  }),
});

export const gymRepeat = gymFamily({
  id: 'gym_repeat',
  name: 'Say it again',
  metric: 'strictMatch',
  definition: 'Write the {n} word of the list {k}, then write {w}.',
  definitionZh: '把列表中的第 {n} 个词写 {k} 遍，然后写 {w}。',
  wordings: `
    Say the {n} word {k} and then {w}.
    Write {w} after the {n} word, which you write {k}.
    Take the {n} word of the list below, write it {k} with spaces between, and put the word {w} at the end.
    What is the {n} word {k} and then {w}?
    > Now write the {n} word {k} and then {w}.
    > Repeat the {n} word {k} and add {w}.
    Write the {n} word {k}, and put {w} behind it.
    Say {k} the {n} one, with {w} at the end.
    > Write {k} the {n} word and then {w}.
    > Say the {n} one {k} and add {w}.
    ? Write the {n} one {k}, and {w} at the end.
    ? > Say {k} the {n} word, then say {w}.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people);
    const at = stream.int(Math.min(3, list.length));
    const [k, times] = stream.pick([
      ['once', 1],
      ['twice', 2],
      ['three times', 3],
    ] as const);
    const w = gymWord(stream);
    return {
      input: list.join(', '),
      output: [...Array<string>(times).fill(list[at]!), w].join(' '),
      slots: { n: ordinals[at]!, k, w },
      difficulty: times,
    };
  },
  explain: ({ slots }) => `The word stands there ${slots!['k']}, and "${slots!['w']}" at the end.`,
  mistake: ({ output }) => ({
    output: output.split(' ').at(-1),
    explanation: 'The word of the list is missing.',
  }),
});

interface Step {
  readonly order: string;
  readonly run: (list: readonly string[]) => string;
}

const steps = (list: readonly string[], w: string): Step[] => [
  { order: 'copy the first word', run: (all) => all[0]! },
  { order: 'copy the last word', run: (all) => all.at(-1)! },
  { order: 'copy the second word', run: (all) => all[1]! },
  { order: `write ${w}`, run: () => w },
  { order: `leave out ${list[0]!}`, run: (all) => all.slice(1).join(', ') },
  { order: 'turn the list round', run: (all) => [...all].reverse().join(', ') },
  { order: `write ${w} twice`, run: () => `${w} ${w}` },
  { order: `put ${w} at the end of the list`, run: (all) => [...all, w].join(', ') },
];

export const gymTwo = gymFamily({
  id: 'gym_two',
  name: 'Two orders',
  metric: 'strictMatch',
  definition:
    'Do two things with the list and write a semicolon between them: {first}; then {second}.',
  definitionZh: '对列表做两件事，结果之间用分号隔开：先 {first}，再 {second}。',
  wordings: `
    First {first}, then {second}.
    Do this: {first}. After that: {second}.
    There are two things to do with the list below, with a semicolon between the answers: {first} and then {second}.
    Two orders: {first}; {second}.
    > Now {first} and then {second}.
    > Begin with this: {first}. End with this: {second}.
    Here are your two orders for the list: {first}, and when that is done {second}.
    The first thing to do is this: {first}. The second thing is this: {second}.
    > At first {first}, and at last {second}.
    > After you {first}, {second}.
    ? Do two things: {first} and after that {second}.
    ? > First thing: {first}. Second thing: {second}.`,
  draw({ texts, stream, people }) {
    const list = makeWordList(texts, people).slice(0, 4);
    const w = gymWords(stream, 4).find((word) => !list.includes(word))!;
    const [one, two] = stream.sample(steps(list, w), 2) as [Step, Step];
    const output = `${one.run(list)}; ${two.run(list)}`;
    return {
      input: list.join(', '),
      output,
      slots: { first: one.order, second: two.order },
      difficulty: output.length < 18 ? 1 : output.length < 32 ? 2 : 3,
    };
  },
  explain: () => 'Both orders are done, one after the other.',
  mistake: ({ output }) => ({
    output: output.split('; ')[0]!,
    explanation: 'The second order is not done.',
  }),
});
