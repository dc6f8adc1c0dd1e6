import { answerForms } from '../../answerForms.ts';
import { smallThings } from '../../../world/cast.ts';
import { foods, joinList, places } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeBelongings } from '../../texts/belongings.ts';
import { makeReview } from '../../texts/review.ts';
import type { Grade } from '../../../world/review.ts';
import { topicLine, topics, type Topic } from '../../texts/topicLines.ts';
import type { Draw } from '../../taskSource.ts';

const topic = inCluster({
  cluster: 'topic and genre',
  category: 'Text Categorization',
  reasoning: 'Abstraction -> Finding the Topic',
  domain: 'Stories',
});

/** Two sentences about one topic and, in half of the texts, one about another. */
function aboutOneTopic({ texts, people }: Draw, main: Topic) {
  const other = texts.pick(topics.filter((one) => one !== main));
  const [first, second] = texts.sample(people, 2);
  const own = new Set<string>();
  while (own.size < 2) own.add(topicLine(texts, main, first!));
  const stray = topicLine(texts, other, second!);
  return { own: [...own], stray, other };
}

export const topicStory = topic({
  id: 'topic_story',
  name: 'What is it about?',
  metric: 'accuracy',
  definition:
    'What is most of the text about: animals, food, weather, travel or work? Write one word.',
  definitionZh: '文章主要讲的是什么：animals、food、weather、travel 还是 work？写一个词。',
  constraints: [answerForms.oneWord],
  wordings: `
    What is it about: animals, food, weather, travel or work?
    Choose the topic: weather, work, animals, travel or food.
    Read the text below and write what most of it is about: food, work, travel, weather or animals.
    Which of these is the topic: travel, food, animals, work, weather?
    > Name the topic: travel, weather, work, food or animals.
    > What is most of it about: work, animals, food, weather or travel?
    ? Write the topic of the text: animals, food, weather, travel or work.
    ? > Which topic is it: food, travel, weather, animals or work?`,
  labels: topics,
  draw(draw) {
    const { own, stray } = aboutOneTopic(draw, draw.label as Topic);
    const isMixed = draw.stream.chance(0.5);
    if (isMixed) own.splice(draw.stream.int(3), 0, stray);
    return { input: own.join(' '), output: draw.label, difficulty: isMixed ? 3 : 1 };
  },
  explain: ({ output }) => `Most of the text is about ${output}.`,
  mistake: ({ output }, stream) => ({
    output: stream.pick(topics.filter((one) => one !== output)),
    explanation: `Most of the text is about ${output}.`,
  }),
});

export const topicOdd = topic({
  id: 'topic_odd',
  name: 'The sentence that does not fit',
  metric: 'strictMatch',
  definition: 'Two sentences are about the same topic and one is about another. Copy that one.',
  definitionZh: '两句话讲同一个主题，一句讲别的。把那一句抄下来。',
  constraints: [answerForms.copiedSentence],
  wordings: `
    Copy the sentence that does not fit.
    Which sentence is about something else? Write it.
    Three sentences stand below; two of them go together; find the third one and copy it word for word.
    Find the sentence with another topic.
    > Now find the one that goes with no other and copy it.
    > Which of the sentences is about another topic? Copy it.
    One of the sentences is about something else; copy that one.
    > Find the sentence that does not belong to the others.
    ? Write the sentence that is about something else.
    ? > Find the one that does not go with the others and copy it.`,
  draw(draw) {
    const main = draw.texts.pick(topics);
    const { own, stray } = aboutOneTopic(draw, main);
    const at = draw.stream.int(3);
    own.splice(at, 0, stray);
    return { input: own.join(' '), output: stray, difficulty: at === 0 ? 1 : at === 1 ? 3 : 2 };
  },
  explain: () => 'The other two sentences are about one topic, and this one is not.',
  mistake: ({ input, output }) => ({
    output: input.split(/(?<=\.) /).find((one) => one !== output)!,
    explanation: 'There is another sentence with the same topic, so it fits.',
  }),
});

export const topicGenre = topic({
  id: 'topic_genre',
  name: 'What kind of text?',
  metric: 'accuracy',
  definition: 'What kind of text is it: story, review, list, talk or code? Write one word.',
  definitionZh: '这是哪一种文字：story、review、list、talk 还是 code？写一个词。',
  constraints: [answerForms.oneWord],
  wordings: `
    What kind of text is it: story, review, list, talk or code?
    Choose the kind of text: code, list, review, story or talk.
    Read the text below and write what kind it is: a talk, a list, a review, a story or code.
    Is it a list, a story, a talk, a review or code?
    > Name the kind of text: review, talk, code, list or story.
    > Which kind is it: story, code, talk, list or review?
    ? Write the kind of the text: story, review, list, talk or code.
    ? > What is it: list, review, code, story or talk?`,
  labels: ['story', 'review', 'list', 'talk', 'code'],
  draw({ texts, stream, people, label }) {
    const [a, b] = stream.sample(people, 2).map(({ name }) => name) as [string, string];
    const things = stream
      .sample([...smallThings, ...foods], 3 + stream.int(2))
      .map(({ word }) => word);
    const { text, rows } = makeBelongings(texts, people);
    const [x, n] = [stream.pick(['x', 'y', 'n', 'k']), stream.int(20)];
    const written: Record<string, () => string> = {
      story: () => text,
      review: () =>
        makeReview(
          texts,
          stream.pick<Grade[]>([
            [1, 2],
            [-1, -2],
            [1, -1],
            [-2, 1],
          ]),
        ).text,
      list: () =>
        stream.pick([
          things.join(', '),
          things.map((one, i) => `${i + 1}. ${one}`).join(' '),
          joinList(things),
        ]),
      talk: () =>
        stream.pick([
          `${a}: Where is the ${things[0]!}?\n${b}: ${stream.pick(places).at.replace(/^./, (c) => c.toUpperCase())}.`,
          `"Who ${rows[0]!.past} the ${rows[0]!.thing.word}?" asked ${a}. "It was ${rows[0]!.person.name}," said ${b}.`,
        ]),
      code: () =>
        stream.pick([
          `${x} = ${n}\nprint(${x} + ${stream.int(9)})`,
          `let ${x} = ${n};\nconsole.log(${x});`,
          `print("${things[0]!}")`,
        ]),
    };
    return {
      input: written[label]!(),
      output: label,
      difficulty: label === 'list' || label === 'code' ? 1 : 2,
    };
  },
  explain: ({ output }) => `It has the form of a ${output}.`,
  mistake: ({ output }) => ({
    output: output === 'story' ? 'talk' : 'story',
    explanation: `It has the form of a ${output}.`,
  }),
});

export const topicKeyword = topic({
  id: 'topic_keyword',
  name: 'The main thing',
  metric: 'exactMatch',
  definition: 'One thing is named in both sentences. Write that thing.',
  definitionZh: '有一样东西在两句话中都被提到，写出这样东西。',
  constraints: [answerForms.oneWord],
  wordings: `
    Write the thing that is named twice.
    Which thing is in both sentences?
    One thing comes back in the second sentence of the text below; find it and write it in one word.
    What is the main thing of the text?
    > Now write the thing that both sentences name.
    > Which thing is named two times?
    ? Find the thing that is in both sentences.
    ? > Write the word for the main thing.`,
  draw({ stream, people }) {
    const [a, b] = stream.sample(people, 2).map(({ name }) => name);
    const [main, one, two] = stream.sample([...smallThings, ...foods], 3).map(({ word }) => word);
    const [p, q] = stream.sample(places, 2);
    const first = stream.pick([
      `${a} put the ${main} and the ${one} ${p!.at}.`,
      `${a} put the ${one} and the ${main} ${p!.at}.`,
    ]);
    const second = stream.pick([
      `${b} took the ${main} and the ${two} to the ${q!.word}.`,
      `Later ${b} saw the ${two} and the ${main}.`,
      `${b} wanted the ${main}, but not the ${two}.`,
    ]);
    const difficulty = second.startsWith('Later') ? 3 : first.includes(`${main} and`) ? 1 : 2;
    return { input: `${first} ${second}`, output: main!, difficulty };
  },
  explain: ({ output }) => `Both sentences name the ${output}.`,
  mistake: ({ input, output }) => ({
    output: [...input.matchAll(/the (\w+)/g)]
      .map(([, word]) => word!)
      .find((word) => word !== output)!,
    explanation: 'Only one of the sentences names it.',
  }),
});
