import { answerForms } from '../../answerForms.ts';
import { smallThings, pets } from '../../../world/cast.ts';
import { foods } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeBelongings } from '../../texts/belongings.ts';
import { makeMixedText } from '../../texts/mixedText.ts';
import { makeScene } from '../../texts/scene.ts';
import type { Case } from '../../taskSource.ts';

const reading = inCluster({
  cluster: 'yes/no reading',
  category: 'Question Answering',
  reasoning: 'Reading Comprehension -> Verifying Facts',
  domain: 'Stories',
});

const other = (output: string): string => (output === 'yes' ? 'no' : 'yes');
const opposite = ({ output }: Case) => ({
  output: other(output),
  explanation: `Compare the words with the text: it is ${output}.`,
});
const constraints = [answerForms.yesOrNo];

export const ynFact = reading({
  id: 'yn_fact',
  name: 'Is it true?',
  metric: 'accuracy',
  definition: 'Read the text and the question about it. Answer yes or no.',
  definitionZh: '阅读短文和关于它的问题，回答 yes 或 no。',
  constraints,
  wordings: `
    Is it true? Answer yes or no.
    Does the text say so? Write yes or no.
    Compare the question with the story below and say yes when the story says so, else say no.
    Choose the right answer to the question, yes or no.
    > Answer the question: yes or no?
    > Say yes if it is so in the text, and no if it is not.
    ? Check the question with the text and answer yes or no.
    ? > Is it so in the story? Write yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, stream, people, label }) {
    const { text, rows, otherColour } = makeBelongings(texts, people);
    const row = stream.pick(rows);
    const sisters = rows.filter((one) => one !== row);
    const isHard = stream.chance(0.5);
    const wrong = isHard ? stream.pick(sisters).colour : otherColour;
    const colour = label === 'yes' ? row.colour : wrong;
    return {
      input: `${text}\nQuestion: Was the ${row.thing.word} ${colour}?`,
      output: label,
      difficulty: label === 'no' && isHard ? 3 : rows.length === 2 ? 1 : 2,
    };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'The text says so.' : 'The text says another colour.',
  mistake: opposite,
});

export const ynPlace = reading({
  id: 'yn_place',
  name: 'Is it there?',
  metric: 'accuracy',
  definition:
    'Read where things and people are. Is the one that is asked for at that place? Answer yes or no.',
  definitionZh: '读一读东西和人都在哪里，回答所问的是否在那个地方：yes 或 no。',
  constraints,
  wordings: `
    Is it at this place? Answer yes or no.
    Does the text say that it is there? Write yes or no.
    Look for the place in the text below and say yes when it is the one in the question, else say no.
    Choose yes or no for the question about the place.
    > Answer the question about the place: yes or no?
    > Say yes if it is there, and no if it is at another place.
    Is it there or at another place? Say yes or no.
    > Write yes when the place is right and no when it is not.
    ? Find the place and answer yes or no.
    ? > Is it really there? Write yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, stream, people, label }) {
    const { sentences, spots, otherPlace } = makeScene(texts, people);
    const spot = stream.pick(spots);
    const isHard = stream.chance(0.5);
    const sister = stream.pick(spots.filter((one) => one !== spot)).place;
    const place = label === 'yes' ? spot.place : isHard ? sister : otherPlace;
    return {
      input: `${sentences.join(' ')}\nQuestion: Was ${spot.subject} ${place.at}?`,
      output: label,
      difficulty: label === 'no' && isHard ? 3 : spots.length === 2 ? 1 : 2,
    };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'The text says so.' : 'The text says another place.',
  mistake: opposite,
});

export const ynMention = reading({
  id: 'yn_mention',
  name: 'Does it name it?',
  metric: 'accuracy',
  definition: 'Does the text have the word "{w}"? Answer yes or no.',
  definitionZh: '文中有没有 "{w}" 这个词？回答 yes 或 no。',
  constraints,
  wordings: `
    Is the word "{w}" in the text? Answer yes or no.
    Look for {w}. Write yes if you find it and no if you do not.
    Read the text below and say yes when it has the word {w} in it, else say no.
    Does it name {w}?
    > Is {w} named above? Write yes or no.
    > Say yes if the text has {w}, and no if it has not.
    ? Find the word {w} in the text and answer yes or no.
    ? > Does the text above name {w}? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, stream, people, label }) {
    const text = makeMixedText(texts, people);
    const words = text.split(/[^\p{L}]+/u);
    const pool = [...smallThings, ...pets, ...foods].map(({ word }) => word);
    const named = [...pool, ...people.map(({ name }) => name)];
    const present = named.filter((word) => words.includes(word));
    const absent = named.filter((word) => !words.includes(word));
    const w = stream.pick(label === 'yes' ? present : absent);
    return { input: text, output: label, slots: { w }, difficulty: text.length > 80 ? 2 : 1 };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'The text has the word.' : 'The text does not have it.',
  mistake: opposite,
});

export const ynAnswerable = reading({
  id: 'yn_answerable',
  name: 'Can it be answered?',
  metric: 'accuracy',
  definition: 'Can the question be answered from the text? Write yes or no.',
  definitionZh: '能否根据短文回答这个问题？写 yes 或 no。',
  constraints,
  wordings: `
    Does the text answer the question? Write yes or no.
    Can you find the answer in the text? Say yes or no.
    Read the text and then the question below and say yes when the text has the answer, else say no.
    Is the answer said in the story?
    > Can this question be answered with the text above? Write yes or no.
    > Say yes if the text has the answer, no if it has not.
    ? Is there an answer to the question in the text? Write yes or no.
    ? > Does the text say the answer? Answer yes or no.`,
  labels: ['yes', 'no'],
  draw({ texts, stream, people, label }) {
    const { text, rows, otherPerson, otherThing } = makeBelongings(texts, people);
    const { person, thing, past, base } = stream.pick(rows);
    const isYes = label === 'yes';
    const question = stream.chance(0.5)
      ? `Who ${past} the ${isYes ? thing.word : otherThing.word}?`
      : `What did ${isYes ? person.name : otherPerson.name} ${base}?`;
    const difficulty = rows.length === 2 ? 1 : 2;
    return { input: `${text}\nQuestion: ${question}`, output: label, difficulty };
  },
  explain: ({ output }) =>
    output === 'yes' ? 'The text says what is asked for.' : 'The text says nothing about it.',
  mistake: opposite,
});

export const ynMaybe = reading({
  id: 'yn_maybe',
  name: 'Yes, no or maybe',
  metric: 'accuracy',
  definition: 'Answer the question from the text: yes, no, or maybe if the text does not say it.',
  definitionZh: '根据短文回答问题：yes、no；如果文中没有说，就写 maybe。',
  constraints: [answerForms.yesNoMaybe],
  wordings: `
    Is it true? Answer yes, no or maybe.
    What does the text say: yes, no or maybe?
    Compare the question with the text below: say yes or no when the text tells it, and maybe when it does not.
    Choose yes, no or maybe for the question.
    > Answer the question: yes, no or maybe?
    > Write maybe if nobody knows, else yes or no.
    ? Check the question with the text: yes, no or maybe?
    ? > Is it so in the text? Write yes, no or maybe.`,
  labels: ['yes', 'no', 'maybe'],
  draw({ texts, stream, people, label }) {
    const { text, rows, otherColour, otherThing } = makeBelongings(texts, people);
    const { thing, colour } = stream.pick(rows);
    const asked = label === 'maybe' ? otherThing.word : thing.word;
    const paint =
      label === 'yes' ? colour : label === 'no' ? otherColour : stream.pick([colour, otherColour]);
    return {
      input: `${text}\nQuestion: Was the ${asked} ${paint}?`,
      output: label,
      difficulty: label === 'maybe' ? 3 : rows.length === 2 ? 1 : 2,
    };
  },
  explain: ({ output }) =>
    output === 'maybe' ? 'The text does not speak of it.' : `The text tells it: ${output}.`,
  mistake: ({ output }) => ({
    output: output === 'maybe' ? 'no' : 'maybe',
    explanation: output === 'maybe' ? 'The text does not speak of it.' : 'The text does tell it.',
  }),
});
