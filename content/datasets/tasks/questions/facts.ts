import { answerForms } from '../../answerForms.ts';
import { describe } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeBelongings } from '../../texts/belongings.ts';
import { makeMoves } from '../../texts/moves.ts';
import { makeScene } from '../../texts/scene.ts';
import { makeTimetable } from '../../texts/timetable.ts';
import type { Case } from '../../taskSource.ts';

const question = inCluster({
  cluster: 'extractive QA',
  category: 'Question Answering',
  reasoning: 'Reading Comprehension -> Retrieving Information',
  domain: 'Stories',
});

const graded = (facts: number): Case['difficulty'] => (facts <= 1 ? 1 : facts === 2 ? 2 : 3);
const because = ({ output }: Case): string =>
  `The text says "${output}" about what the question asks for.`;
const constraints = [answerForms.fewWords];

export const qaWhere = question({
  id: 'qa_where',
  name: 'Where is it?',
  metric: 'exactMatch',
  definition: 'Read the text and answer the question with the words from the text that say where.',
  definitionZh: '阅读短文，用文中表示地点的词语回答问题。',
  constraints,
  wordings: `
    Answer the question with words from the text.
    Where is it? Copy the place from the story.
    Here is a short text with a question about a place; find the place in the text and write it.
    Find the answer to the question in this text.
    > Now answer the question about the place.
    > Say where, in the same words as the text.
    ? Write the words of the text that say where it is.
    ? > Find the place in the text and copy it.`,
  draw({ texts, stream, people }) {
    const { sentences, spots } = makeScene(texts, people);
    const { subject, place } = stream.pick(spots);
    const input = `${sentences.join(' ')}\nQuestion: Where was ${subject}?`;
    return { input, output: place.at, difficulty: graded(sentences.length) };
  },
  explain: because,
  mistake: ({ output }) => ({
    output: `It was ${output}, I think.`,
    explanation: 'Only the words for the place are asked for.',
  }),
});

export const qaWho = question({
  id: 'qa_who',
  name: 'Who was it?',
  metric: 'exactMatch',
  definition: 'Read the text and answer the question with the name of one person from the text.',
  definitionZh: '阅读短文，用文中一个人的名字回答问题。',
  constraints: [answerForms.oneWord],
  wordings: `
    Answer the question with a name from the text.
    Who is it? Copy the name from the story.
    Here is a short text with a question about a person; find the right name in the text and write it.
    Which person is the answer to the question?
    > Now answer the question with one name.
    > Say who, as the text does.
    ? Write the name of the person that the question asks for.
    ? > Find the right person in the text and copy the name.`,
  draw({ texts, stream, people }) {
    const { text, rows } = makeBelongings(texts, people);
    const { person, thing, past } = stream.pick(rows);
    const input = `${text}\nQuestion: Who ${past} the ${thing.word}?`;
    return { input, output: person.name, difficulty: graded(rows.length) };
  },
  explain: because,
  mistake: ({ input, output }) => ({
    output: input.split(' ')[0] === output ? 'the text does not say' : input.split(' ')[0]!,
    explanation: `The question is about something that ${output} did.`,
  }),
});

export const qaWhat = question({
  id: 'qa_what',
  name: 'What was it?',
  metric: 'exactMatch',
  definition: 'Read the text and answer the question with the words from the text that say what.',
  definitionZh: '阅读短文，用文中表示“什么东西”的词语回答问题。',
  constraints,
  wordings: `
    Answer the question with the thing from the text.
    What is it? Copy the words from the story.
    Here is a short text with a question about a thing or an animal; find it in the text and write it.
    Which thing does the question ask for?
    > Now answer the question: what was it?
    > Say what, in the same words as the text.
    ? Write the words of the text that say what it is.
    ? > Find the right thing in the text and copy it.`,
  draw({ texts, stream, people }) {
    const { text, rows } = makeBelongings(texts, people);
    const { person, thing, colour, base } = stream.pick(rows);
    const input = `${text}\nQuestion: What did ${person.name} ${base}?`;
    return { input, output: describe(colour, thing.word), difficulty: graded(rows.length) };
  },
  explain: because,
  mistake: ({ output }) => ({
    output: output.split(' ').at(-1),
    explanation: 'The text says more about it; copy all the words.',
  }),
});

export const qaColour = question({
  id: 'qa_colour',
  name: 'Which colour?',
  metric: 'exactMatch',
  definition: 'Read the text and answer the question with one colour from the text.',
  definitionZh: '阅读短文，用文中的一个颜色词回答问题。',
  constraints: [answerForms.oneWord],
  wordings: `
    Answer the question with a colour from the text.
    Which colour is it? Copy it from the story.
    Here is a short text with a question about a colour; find the right colour in the text and write it.
    What colour is the answer to the question?
    > Now answer the question with one colour.
    > Say which colour, as the text does.
    ? Write the colour that the question asks for.
    ? > Find the right colour in the text and copy it.`,
  draw({ texts, stream, people }) {
    const { text, rows } = makeBelongings(texts, people);
    const { thing, colour } = stream.pick(rows);
    const input = `${text}\nQuestion: Which colour was the ${thing.word}?`;
    return { input, output: colour, difficulty: graded(rows.length) };
  },
  explain: because,
  mistake: ({ input, output }) => ({
    output: /(?:the|a|an) (\w+) (\w+)\./.exec(input)?.[2] ?? 'it',
    explanation: `A colour is asked for: ${output}.`,
  }),
});

export const qaWhen = question({
  id: 'qa_when',
  name: 'When was it?',
  metric: 'exactMatch',
  definition: 'Read the text and answer the question with the words from the text that say when.',
  definitionZh: '阅读短文，用文中表示时间的词语回答问题。',
  constraints,
  wordings: `
    Answer the question with the day from the text.
    When is it? Copy the day from the story.
    Here is a short text with a question about a day; find the right day in the text and write it.
    Which day is the answer to the question?
    > Now answer the question: on which day was it?
    > Say when, in the same words as the text.
    ? Write the words of the text that say when it was.
    ? > Find the right day in the text and copy it.`,
  draw({ texts, stream, people }) {
    const { text, trips } = makeTimetable(texts, people);
    const { person, base, place, when } = stream.pick(trips);
    const input = `${text}\nQuestion: When did ${person.name} ${base} to the ${place.word}?`;
    return { input, output: when, difficulty: graded(trips.length) };
  },
  explain: because,
  mistake: ({ output }) => ({
    output: output === 'on Monday' ? 'on Sunday' : 'on Monday',
    explanation: `The text says ${output}.`,
  }),
});

export const qaChain = question({
  id: 'qa_chain',
  name: 'Where is it now?',
  metric: 'exactMatch',
  definition: 'A thing is carried from place to place. Write the place where it is in the end.',
  definitionZh: '一件东西被从一个地方带到另一个地方，写出它最后在哪里。',
  constraints: [answerForms.oneWord],
  wordings: `
    Where is it in the end? Write the place.
    Follow the thing and write its last place.
    The thing in the text below moves from one place to another; find out where it is now and write that place.
    At which place does it end?
    > Now write the place where it is in the end.
    > Where is the thing now? Write one word.
    ? Write the last place of the thing.
    ? > Find the place where the thing is now and copy it.`,
  draw({ texts, people }) {
    const { text, thing, stops } = makeMoves(texts, people);
    const input = `${text}\nQuestion: Where is the ${thing.word} now?`;
    return { input, output: stops.at(-1)!.word, difficulty: graded(stops.length) };
  },
  explain: ({ output }) => `That is where it was taken last: ${output}.`,
  mistake: ({ input, output }) => ({
    output:
      /the (\w+) *[.\n]/.exec(input)![1] === output ? 'the box' : /the (\w+)\./.exec(input)![1]!,
    explanation: 'It did not stay there.',
  }),
});

export const qaNone = question({
  id: 'qa_none',
  name: 'Answer or “not said”',
  metric: 'exactMatch',
  definition:
    'Answer the question with words from the text. If the text does not say it, write: not said.',
  definitionZh: '用文中的词语回答问题；如果文中没有说到，就写 not said。',
  constraints: ['Use the words of the text, or write: not said.'],
  wordings: `
    Answer from the text, or write not said.
    Does the text say it? Then copy the answer; if not, write not said.
    Look for the answer to the question in the text below and copy it; when it is not there, write not said.
    What does the text say? Answer, or write not said.
    > Now answer the question, or write not said.
    > Copy the answer. If there is none, write not said.
    Write the answer if the text has it, else write not said.
    > Find the answer in what you read, or write not said.
    > If the text does not say it, write not said.
    ? Find the answer in the text or write not said.
    ? > Answer the question with words from the text or with not said.`,
  draw({ texts, stream, people }) {
    const { text, rows, otherThing } = makeBelongings(texts, people);
    const { person, thing, past } = stream.pick(rows);
    const isSaid = stream.chance(0.6);
    const asked = isSaid ? thing.word : otherThing.word;
    const input = `${text}\nQuestion: Who ${past} the ${asked}?`;
    return { input, output: isSaid ? person.name : 'not said', difficulty: graded(rows.length) };
  },
  explain: ({ output }) =>
    output === 'not said' ? 'The text does not say it.' : `The text says that it was ${output}.`,
  mistake: ({ input, output }) => ({
    output: output === 'not said' ? input.split(' ')[0]! : 'not said',
    explanation: output === 'not said' ? 'The text does not say it.' : 'The text does say it.',
  }),
});
