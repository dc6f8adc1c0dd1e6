import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, people } from '../world/lexicon.ts';
import { answer } from './answers.ts';
import { ofFacts } from './orderedFacts.ts';
import { ofPronouns } from './orderedPronouns.ts';
import { anyWord, type Reading } from './orderedReadings.ts';
import { ofRecords } from './orderedRecords.ts';
import { ofReviews } from './orderedReviews.ts';
import { ofTopics } from './orderedTopics.ts';

const kinds = [ofFacts, ofPronouns, ofReviews, ofTopics, ofRecords];
const shares = [0.42, 0.13, 0.17, 0.11, 0.17];

/** How a page sets its parts apart; the words of it mean nothing and differ from page to page. */
interface Layout {
  /** Before the text, the question and the answer. */
  readonly cues: readonly [string, string, string];
  /** Between the parts. */
  readonly gap: string;
  readonly orderFirst: boolean;
  readonly listsChoices: boolean;
  readonly choiceGap: string;
  readonly choiceCue: string;
}

function drawCue(stream: RandomStream): string {
  const { name } = stream.pick(people);
  const word = anyWord(stream);
  return stream.pick([
    '',
    '',
    `${capitalise(word)}: `,
    `${capitalise(word)}: `,
    `${word}: `,
    `${name}: `,
    `${name} read: `,
    `The ${stream.pick(['book', 'page', 'board', 'paper', 'note'])} says: `,
  ]);
}

function drawLayout(stream: RandomStream): Layout {
  const word = anyWord(stream);
  return {
    cues: [
      drawCue(stream),
      drawCue(stream),
      stream.pick([
        '',
        `${capitalise(word)}: `,
        `${capitalise(word)}: `,
        `${stream.pick(people).name} said: `,
        `${stream.pick(people).name}: `,
        'So: ',
        `${word}: `,
      ]),
    ],
    gap: stream.chance(0.75) ? '\n' : ' ',
    orderFirst: stream.chance(0.6),
    listsChoices: stream.chance(0.5),
    choiceGap: stream.pick([', ', ' / ', ' or ', '; ', ' | ']),
    choiceCue: stream.pick([`${capitalise(anyWord(stream))}: `, 'One of these: ', 'From: ', '']),
  };
}

const asides = [
  'Read it twice.',
  'Take your time.',
  'Here is a text.',
  'This is for the pupils.',
  'First read, then speak.',
  'Listen well.',
  'It is not hard.',
  'There is some work to do.',
];

function written(reading: Reading, layout: Layout, stream: RandomStream): string {
  const { order, text, question, said, choices } = reading;
  const [textCue, questionCue, saidCue] = layout.cues;
  const aside = stream.chance(0.2) ? [stream.pick(asides)] : [];
  const told = [
    ...(choices && layout.listsChoices
      ? [`${layout.choiceCue}${choices.join(layout.choiceGap)}`]
      : []),
    `${textCue}${text}`,
    ...(question ? [`${questionCue}${question}`] : []),
  ];
  const orders = [[...aside, order].join(' ')];
  const parts = layout.orderFirst ? [...orders, ...told] : [...told, ...orders];
  return [...parts, `${saidCue}${answer(said)}`].join(layout.gap);
}

/**
 * Orders before or after a text, and what was said: the same text with several orders, so that the
 * order decides, between cues that mean nothing, so that no cue does.
 */
export function orderedDocument(stream: RandomStream): string {
  const layout = drawLayout(stream);
  const readings = [0, 1].flatMap(() => kinds[stream.weighted(shares)]!(stream));
  return readings.map((reading) => written(reading, layout, stream)).join('\n');
}
