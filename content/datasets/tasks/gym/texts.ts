import { answerForms } from '../../answerForms.ts';
import { gymFamily } from '../../gymFamily.ts';
import { makeBelongings } from '../../texts/belongings.ts';
import { gymWord, gymWords } from '../../texts/gymWords.ts';
import { makeReview } from '../../texts/review.ts';
import type { Grade } from '../../../world/review.ts';
import { makeSimpleSentence } from '../../texts/simpleSentence.ts';
import type { Draw } from '../../taskSource.ts';

const sentence = ({ texts, people }: Draw): string => {
  const { subject, verb, rest } = makeSimpleSentence(texts, people);
  const text = `${subject} ${verb.past} ${rest}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** Words of a text that carry meaning: names, things, places, colours. */
const contentWords = (text: string): string[] => [
  ...new Set(
    text
      .split(/[^\p{L}]+/u)
      .filter(
        (word) =>
          word.length > 2 &&
          !/^(the|and|was|had|The|Then|Today|There|they|They|saw|too|from|went|came)$/.test(word),
      ),
  ),
];

export const gymReplace = gymFamily({
  id: 'gym_replace',
  name: 'Replace a word',
  metric: 'strictMatch',
  definition: 'Write the text, but with {y} for {x}. If {x} is not in it, change nothing.',
  definitionZh: '抄写这段文字，但把 {x} 换成 {y}；如果没有 {x}，就不作改动。',
  wordings: `
    Replace {x} by {y}.
    Write the text again with {y} instead of {x}.
    Wherever the word {x} stands in the text below, put the word {y} in its place and copy all the rest.
    How does it read with {y} for {x}?
    > Now say {y} for {x}.
    > Copy this, but change {x} to {y}.
    Put {y} where you read {x}, and copy the rest.
    Write the text, but say {y} in place of {x}.
    > Copy this with {y} instead of {x}.
    > Write it all again and put {y} for every {x}.
    ? Write the text and put {y} where it says {x}.
    ? > Write this with {y} in place of {x}.`,
  draw(draw) {
    const { texts, stream, people } = draw;
    const { text, rows } = makeBelongings(texts, people);
    const input = rows.length === 2 && stream.chance(0.6) ? text : rows[0]!.sentence;
    const isAbsent = stream.chance(0.15);
    const [one, two] = gymWords(stream, 2).filter((word) => !input.includes(word)) as [
      string,
      string?,
    ];
    const x = isAbsent ? (two ?? 'daxto') : stream.pick(contentWords(input));
    const y = one ?? 'wugra';
    const output = input.replaceAll(new RegExp(`\\b${x}\\b`, 'g'), y);
    return { input, output, slots: { x, y }, difficulty: isAbsent ? 3 : input === text ? 2 : 1 };
  },
  explain: ({ slots, input }) =>
    input.includes(slots!['x']!)
      ? 'The word is replaced; the rest is unchanged.'
      : 'The word is not there, so nothing changes.',
  mistake: ({ slots }) => ({ output: slots!['y']!, explanation: 'The whole text is asked for.' }),
});

export const gymVerbal = gymFamily({
  id: 'gym_verbal',
  name: 'Good or bad in other words',
  metric: 'exactMatch',
  definition: 'If the review is good, write {u}. If it is bad, write {v}.',
  definitionZh: '如果评论是好的，写 {u}；如果是坏的，写 {v}。',
  constraints: [answerForms.oneWord],
  wordings: `
    Write {u} for a good review and {v} for a bad one.
    Is it good? Then write {u}. Else write {v}.
    Read the review below and think about its words: when the writer liked it say {u}, and when not say {v}.
    Which word is right, {u} for good or {v} for bad?
    > Now write {u} if it is good and {v} if it is bad.
    > Good means {u} and bad means {v}: which one is it?
    Write {v} when the writer did not like it, and {u} when the writer did.
    Say {v} for bad and {u} for good.
    > Is it bad? Then say {v}. Is it good? Then say {u}.
    > If the writer liked it, write {u}; if not, write {v}.
    > Say {u} for a good review and {v} for a bad review.
    ? Say {u} if the writer liked it and {v} if not.
    ? > Write {v} for a bad review and {u} for a good one.`,
  draw({ texts, stream }) {
    const isGood = stream.chance(0.5);
    const strong = texts.chance(0.5);
    const grades = (isGood ? (strong ? [2, 2] : [1, 1]) : strong ? [-2, -2] : [-1, -1]) as Grade[];
    const [u, v] = gymWords(stream, 2) as [string, string];
    return {
      input: makeReview(texts, texts.chance(0.5) ? grades : grades.slice(1)).text,
      output: isGood ? u : v,
      slots: { u, v },
      options: stream.shuffle([u, v]),
      difficulty: strong ? 1 : 2,
    };
  },
  showsOptions: 'never',
  explain: ({ slots, output }) =>
    output === slots!['u'] ? 'The review is good.' : 'The review is bad.',
  mistake: ({ slots, output }) => ({
    output: output === slots!['u'] ? slots!['v']! : slots!['u']!,
    explanation: 'It is the other way round.',
  }),
});

export const gymCond = gymFamily({
  id: 'gym_cond',
  name: 'If it names …',
  metric: 'exactMatch',
  definition: 'If the text names {w}, write {a}. If it does not, write {b}.',
  definitionZh: '如果文中提到 {w}，写 {a}；如果没有，写 {b}。',
  constraints: [answerForms.oneWord],
  wordings: `
    Write {a} if {w} is in the text, else write {b}.
    Is {w} in it? Then write {a}. Else write {b}.
    Look for the word {w} in the text below: when you find it say {a}, and when it is not there say {b}.
    Which word is right, {a} for a text with {w} or {b} for one without?
    > Now write {a} if {w} is named and {b} if not.
    > With {w} say {a}, without it say {b}.
    Write {b} if {w} is not in the text, and {a} if it is.
    Say {a} if you can read {w} here, else say {b}.
    > If the text has {w}, say {a}; if it has not, say {b}.
    > Is {w} there? Write {a} for yes and {b} for no.
    > When {w} is not there say {b}, else {a}.
    ? Say {a} when the text has {w} and {b} when it has not.
    ? > If {w} is there write {a}, else {b}.`,
  draw({ texts, stream, people }) {
    const { text, rows } = makeBelongings(texts, people);
    const input = stream.chance(0.5) ? text : rows[0]!.sentence;
    const isNamed = stream.chance(0.5);
    const absent = gymWords(stream, 6).filter((word) => !input.includes(word));
    const w = isNamed ? stream.pick(contentWords(input)) : absent[0]!;
    const [a, b] = absent.slice(1) as [string, string];
    return {
      input,
      output: isNamed ? a : b,
      slots: { w, a, b },
      options: stream.shuffle([a, b]),
      difficulty: input === text ? 2 : 1,
    };
  },
  showsOptions: 'never',
  explain: ({ slots, output }) =>
    output === slots!['a'] ? 'The text names it.' : 'The text does not name it.',
  mistake: ({ slots, output }) => ({
    output: output === slots!['a'] ? slots!['b']! : slots!['a']!,
    explanation: 'It is the other way round.',
  }),
});

export const gymSelect = gymFamily({
  id: 'gym_select',
  name: 'The sentence with …',
  metric: 'strictMatch',
  definition: 'Copy the sentence that has the word "{w}", then write {v}.',
  definitionZh: '抄写含有 "{w}" 这个词的句子，然后写 {v}。',
  wordings: `
    Copy the sentence with {w} and then write {v}.
    Which sentence has the word {w}? Write it and {v} after it.
    Find the one sentence of the text below in which the word {w} stands, copy it word for word, and add {v}.
    Write the sentence in which {w} is named, then {v}.
    > Now copy the sentence with "{w}" and say {v}.
    > Find {w}, write its sentence, and write {v} at the end.
    Write the sentence with {w} in it and add {v}.
    Copy the sentence that has {w} and say {v} after it.
    > Write the one that has the word {w}, then {v}.
    > Copy the sentence in which you read {w} and put {v} behind it.
    ? Write the sentence that has {w} in it, and then {v}.
    ? > Copy the one with the word {w} and add {v}.`,
  draw({ texts, stream, people }) {
    const { text, rows } = makeBelongings(texts, people);
    const row = stream.pick(rows);
    const w = stream.pick([row.person.name, row.thing.word, row.colour]);
    const v = gymWord(stream);
    return {
      input: text,
      output: `${row.sentence} ${v}`,
      slots: { w, v },
      difficulty: rows.length === 2 ? 1 : 2,
    };
  },
  explain: ({ slots }) => `Only this sentence has "${slots!['w']}"; then comes "${slots!['v']}".`,
  mistake: ({ input, output, slots }) => ({
    output: `${input.split(/(?<=\.) /).find((one) => !output.startsWith(one))!} ${slots!['v']}`,
    explanation: 'This sentence does not have the word.',
  }),
});

export const gymNegate = gymFamily({
  id: 'gym_negate',
  name: 'Do not answer',
  metric: 'strictMatch',
  definition: 'Do not answer the question. Only write {w}.',
  definitionZh: '不要回答问题，只写 {w}。',
  wordings: `
    Write {w} and nothing else.
    Forget the question and say {w}.
    There is a question in the text below, but do not answer it; the only thing to write is {w}.
    No answer, please: just write {w}.
    > Now do not answer, but say {w}.
    > The answer is not asked for; write {w}.
    Write only {w}; do not answer.
    Do not answer the question. Say {w}.
    > Only write {w} here.
    > Say {w} and do not read the question.
    ? Only say {w} and do not answer.
    ? > Do not read the question. Write {w}.`,
  draw(draw) {
    const { texts, stream, people } = draw;
    const { rows } = makeBelongings(texts, people);
    const { sentence: text, thing, past } = rows[0]!;
    const w = gymWords(stream, 1 + stream.int(2)).join(' ');
    return {
      input: `${text}\nQuestion: Who ${past} the ${thing.word}?`,
      output: w,
      slots: { w },
      difficulty: w.includes(' ') ? 2 : 1,
    };
  },
  explain: ({ output }) => `Nothing but "${output}" is asked for.`,
  mistake: ({ input }) => ({
    output: `It was ${input.split(' ')[0]!}.`,
    explanation: 'This answers the question, which one should not.',
  }),
});

export const gymStart = gymFamily({
  id: 'gym_start',
  name: 'Add a word',
  metric: 'strictMatch',
  definition: 'Copy the sentence and put {w} at the {place} of it.',
  definitionZh: '抄写句子，并把 {w} 放在句子的 {place}。',
  wordings: `
    Write {w} at the {place} of the sentence.
    Add {w} at the {place} and copy the rest.
    Copy the sentence below word for word, and at the {place} of it put the word {w} with a space.
    How does it read with {w} at the {place}?
    > Now copy it with {w} at the {place}.
    > Put {w} at the {place} of this.
    Copy the sentence and put {w} at its {place}.
    Write this with {w} at the {place} of it.
    > Write the sentence again with {w} at its {place}.
    > Add the word {w} at the {place} of this.
    ? Write the sentence with {w} at the {place}.
    ? > Copy this and add {w} at the {place}.`,
  draw(draw) {
    const { stream } = draw;
    const input = sentence(draw);
    const place = stream.pick(['start', 'end']);
    const w = gymWords(stream, 1 + stream.int(2)).join(' ');
    return {
      input,
      output: place === 'start' ? `${w} ${input}` : `${input} ${w}`,
      slots: { w, place },
      difficulty: input.length < 24 ? 1 : input.length < 34 ? 2 : 3,
    };
  },
  explain: ({ slots }) => `"${slots!['w']}" stands at the ${slots!['place']}.`,
  mistake: ({ input }) => ({ output: input, explanation: 'The word is missing.' }),
});
