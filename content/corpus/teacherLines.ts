import type { RandomStream } from '../../src/core/random.ts';
import { people, pronounForms, type Person } from '../world/lexicon.ts';
import { makeReview } from '../world/review.ts';
import { makeStory, type Story } from '../world/story.ts';
import { answer } from './answers.ts';
import { bare, lowerStart, upperStart, wholeWord } from './sentences.ts';
import { drawWordExercise } from './wordExercises.ts';
import { drawListExercise, drawWords, nonsense, type Exercise } from './listExercises.ts';

const bosses = [
  'the teacher',
  'the teacher',
  'the mother',
  'the father',
  'the old man',
  'the queen',
  'the captain',
  'the cook',
];

/** Quotation marks inside of quotation marks. */
const inner = (text: string): string => text.replaceAll('"', "'");

/** Tells that somebody was told to do it and what came of it. */
function frame(
  { order, result }: Exercise,
  boss: string,
  pupil: Person,
  stream: RandomStream,
): string {
  const question = order.endsWith('?');
  const closed = question ? order : `${order}.`;
  const comma = question ? order : `${order},`;
  const who = stream.chance(0.25) ? upperStart(pronounForms(pupil).subject) : pupil.name;
  const small = order.charAt(0).toLowerCase() + order.slice(1);
  const end = /[.!?]$/.test(result) ? '' : '.';
  const full = `${answer(result)}${end}`;
  const said = answer(inner(stream.chance(0.5) ? upperStart(result) : result)) + end;
  const wordings = [
    `"${inner(comma)}" said ${boss}. ${pupil.name} wrote "${answer(inner(result))}".`,
    `"${inner(comma)}" said ${boss}. ${who} wrote: ${full}`,
    `"${inner(comma)}" said ${boss}. ${pupil.name} said, "${said}"`,
    `${upperStart(boss)} said, "${inner(closed)}" ${pupil.name} answered, "${said}"`,
    `"${pupil.name}, ${inner(small)}${question ? '' : ','}" said ${boss}. "${said}"`,
    `${closed} ${pupil.name}: ${full}`,
  ];
  const telling = [
    `"Please ${inner(small)}," said ${boss} to ${pupil.name}. ${who} wrote ${full}`,
    `${upperStart(boss)} told ${pupil.name} to ${small}. ${pupil.name} wrote: ${full}`,
    `${pupil.name} had to ${small}. The result was: ${full}`,
  ];
  const imperative =
    /^(Copy|Read|Write|Say|Repeat|Turn|Sort|Put|Leave|Remove|Replace|List|Name|Join|Count|Start|Add|Choose|Give|Tell|Sum|Make|Take)\b/;
  return stream.pick(
    imperative.test(order) && !order.includes(' me ') ? [...wordings, ...telling] : wordings,
  );
}

const drawBoss = (stream: RandomStream, pupil: Person): string =>
  stream.chance(0.7)
    ? stream.pick(bosses)
    : stream.pick(people.filter((person) => person !== pupil)).name;

function listLesson(stream: RandomStream): string {
  const list = drawWords(stream);
  const [pupil, other] = stream.sample(people, 2) as [Person, Person];
  const boss = drawBoss(stream, pupil);
  const shown = list.join(', ');
  const lead = stream.pick([
    `On the board stood: ${shown}.`,
    `${pupil.name} had a list: ${shown}.`,
    `The words were ${shown}.`,
    `${upperStart(boss)} wrote ${shown} on the board.`,
    `This was the list of the day: ${shown}.`,
    `"Look," said ${boss}, "here are some words: ${shown}."`,
    `${upperStart(shown)}.`,
  ]);
  const deeds = Array.from({ length: 2 + stream.int(4) }, () => drawListExercise(list, stream));
  return [
    lead,
    ...deeds.map((deed) => frame(deed, boss, stream.chance(0.7) ? pupil : other, stream)),
  ].join(stream.chance(0.6) ? '\n' : ' ');
}

type TextDeed = (story: Story, stream: RandomStream) => Exercise;

const listOf =
  (kind: string, pick: (story: Story) => string[]): TextDeed =>
  (story, stream) => ({
    order: stream.pick([
      `List the ${kind}`,
      `Which ${kind} are in the text?`,
      `Copy the ${kind} out of the text`,
      `Name all the ${kind} in order`,
    ]),
    result: pick(story).join(', ') || 'none',
  });

const answerFact: TextDeed = (story, stream) => {
  const fact = stream.pick(story.facts);
  const options = stream.chance(0.3)
    ? stream.shuffle([bare(fact.statement), bare(fact.falseStatement)])
    : undefined;
  return options
    ? { order: `Choose what is true: ${options.join(', or ')}`, result: bare(fact.statement) }
    : {
        order: stream.pick([
          `Answer with words from the text: ${lowerStart(fact.question)}`,
          fact.question,
          `Tell me: ${lowerStart(fact.question)}`,
        ]),
        result: fact.answer,
      };
};

const judgeFact: TextDeed = (story, stream) => {
  const fact = stream.pick(story.facts);
  const truth = stream.chance(0.5);
  const claim = lowerStart(bare(truth ? fact.statement : fact.falseStatement));
  const [yes, no] = stream.chance(0.7)
    ? stream.pick<[string, string]>([
        ['yes', 'no'],
        ['true', 'false'],
        ['right', 'wrong'],
      ])
    : ([nonsense(stream), nonsense(stream)] as [string, string]);
  return {
    order: stream.pick([
      `Say ${yes} or ${no}: ${claim}`,
      `If it is true that ${claim}, write ${yes}, otherwise write ${no}`,
    ]),
    result: truth ? yes : no,
  };
};

const swapWord: TextDeed = (story, stream) => {
  const word = stream.pick([...story.people, ...story.things, ...story.places]);
  const sentence =
    story.sentences.find((text) => wholeWord(word).test(text)) ?? story.sentences[0]!;
  const other = stream.chance(0.3)
    ? nonsense(stream)
    : stream.pick(people.filter(({ name }) => !story.people.includes(name))).name;
  return {
    order: `Take the sentence "${bare(sentence).replaceAll('"', '')}" and say ${other} for ${word}`,
    result: bare(sentence).replaceAll('"', '').replace(wholeWord(word), other),
  };
};

const pickSentence: TextDeed = (story, stream) => {
  const at = stream.int(story.sentences.length);
  const sentence = story.sentences[at]!.replaceAll('"', '');
  const name =
    at === 0
      ? 'first'
      : at === story.sentences.length - 1
        ? 'last'
        : (['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'][at] ??
          'last');
  return {
    order: stream.pick([
      `Copy the ${name} sentence`,
      `Read me the ${name} sentence`,
      `Write the ${name} sentence again`,
    ]),
    result: sentence,
  };
};

const textDeeds: TextDeed[] = [
  listOf('people', (story) => story.people),
  listOf('places', (story) => story.places),
  listOf('things', (story) => story.things),
  listOf('animals', (story) => story.animals),
  listOf('colours', (story) => story.colours),
  answerFact,
  answerFact,
  judgeFact,
  judgeFact,
  swapWord,
  pickSentence,
  (story, stream) => ({
    order: stream.pick([
      'Tell it in one sentence',
      'Sum it up',
      'Say in short what happened',
      'Make it short',
    ]),
    result: story.summary,
  }),
  (story, stream) => ({
    order: stream.pick([
      'Give it a title',
      'What would you call the story?',
      'Write a title for it',
    ]),
    result: story.title,
  }),
  (story, stream) => ({
    order: stream.pick(['What happened first?', 'Say what came first']),
    result: story.events[0]!,
  }),
  (story, stream) => ({
    order: stream.pick(['How many people are in it?', 'Count the people']),
    result: String(story.people.length),
  }),
];

function textLesson(stream: RandomStream): string {
  const story = makeStory(stream);
  const pupil = stream.pick(people.filter(({ name }) => !story.people.includes(name)));
  const boss = stream.pick(bosses);
  const lead = stream.pick([
    '',
    `${pupil.name} read: `,
    'This was in the book: ',
    `${upperStart(boss)} read to the class: `,
  ]);
  const deeds = stream.sample(textDeeds, 1 + stream.int(3)).map((deed) => deed(story, stream));
  return [lead + story.text, ...deeds.map((deed) => frame(deed, boss, pupil, stream))].join(
    stream.chance(0.6) ? '\n' : ' ',
  );
}

function wordLesson(stream: RandomStream): string {
  const pupils = stream.sample(people, 3);
  const boss = drawBoss(stream, pupils[0]!);
  const deeds = Array.from({ length: 3 + stream.int(4) }, () => drawWordExercise(stream));
  return deeds
    .map((deed) => frame(deed, boss, stream.pick(pupils), stream))
    .join(stream.chance(0.6) ? '\n' : ' ');
}

function reviewLesson(stream: RandomStream): string {
  const review = makeReview(stream);
  const pupil = stream.pick(people);
  const boss = stream.pick(bosses);
  const good = stream.pick(['good', 'up', 'happy', nonsense(stream)]);
  const bad = stream.pick(['bad', 'down', 'unhappy', nonsense(stream)]);
  const deeds: Exercise[] = [
    { order: 'How many stars would you give, from one to five?', result: String(review.stars) },
    {
      order: `Write ${good} if the writer liked it, and ${bad} if not`,
      result: review.stars > 3 ? good : bad,
    },
    { order: stream.pick(['Copy one reason', 'Say why']), result: review.reasons[0]! },
    { order: 'What is it about?', result: review.subject },
  ].filter((deed) => review.stars !== 3 || !deed.order.startsWith('Write'));
  return [
    review.text,
    ...stream.sample(deeds, 1 + stream.int(3)).map((deed) => frame(deed, boss, pupil, stream)),
  ].join('\n');
}

function changeLesson(stream: RandomStream): string {
  const stories = [makeStory(stream), makeStory(stream)];
  const pupil = stream.pick(people);
  const boss = stream.pick(bosses);
  const lines = stories.map((story) => {
    const sentence = stream.pick(story.sentences).replaceAll('"', '');
    const plain = bare(sentence);
    const word = stream.pick([...new Set(plain.split(' '))]).replace(/[^\w-]/g, '');
    const deeds: Exercise[] = [
      {
        order: `Write "${lowerStart(plain).toLowerCase()}" with capitals and a full stop`,
        result: sentence,
      },
      { order: `Copy this without a change: ${plain}`, result: sentence },
      { order: `Say "${plain}" and then add "please"`, result: `${plain} please` },
      {
        order: `How often do you read "${word}" in "${plain}"?`,
        result: String(plain.split(/[^\w-]+/).filter((item) => item === word).length),
      },
      { order: `Put ${nonsense(stream)} before this: ${plain}`, result: '' },
    ];
    const deed = stream.pick(deeds);
    const token = /^Put (\w+) before/.exec(deed.order)?.[1];
    return frame(token ? { ...deed, result: `${token} ${plain}` } : deed, boss, pupil, stream);
  });
  return lines.join('\n');
}

/** Somebody says what is to be done (copy, list, replace, choose, answer…) and somebody does it. */
export function teacherDocument(stream: RandomStream): string {
  const lessons = [listLesson, textLesson, wordLesson, reviewLesson, changeLesson];
  return lessons[stream.weighted([0.36, 0.34, 0.12, 0.08, 0.1])]!(stream);
}
