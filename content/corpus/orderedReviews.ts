import type { RandomStream } from '../../src/core/random.ts';
import { judgingWords } from '../world/judgingWords.ts';
import { capitalise, places } from '../world/lexicon.ts';
import { aspects } from './lookupsOfOpinions.ts';
import { type Reading, type Readings, signal } from './orderedReadings.ts';

/** Words of judgement from 0 (very bad) to 3 (very good). */
const judgements = [
  judgingWords[-2],
  [...judgingWords[-1], 'bad'],
  judgingWords[1],
  judgingWords[2],
];
/** Stars of a review whose judgements are all of this kind; of one with good and bad parts. */
const starsOf = [1, 2, 4, 5];
const mixedStars = 3;

const happyOrNot = [
  ['happy', 'unhappy'],
  ['good', 'bad'],
  ['positive', 'negative'],
  ['glad', 'sad'],
  ['likes it', 'hates it'],
] as const;

/** A review of one or two things, each with its judgement. */
interface Review {
  readonly text: string;
  readonly things: readonly [string, string];
  readonly clauses: readonly [string, string];
  /** Whether the first of the two is praised. */
  readonly isGood: boolean;
  /** Whether the other is judged the other way. */
  readonly isMixed: boolean;
  readonly stars: number;
}

type Order = (review: Review, stream: RandomStream) => Reading;

function drawReview(stream: RandomStream): Review {
  const isMixed = stream.chance(0.5);
  const kind = stream.int(4);
  const things = stream.sample(aspects, 2) as [string, string];
  const clause = (thing: string, level: number): string =>
    `the ${thing} was ${stream.pick(judgements[level]!)}`;
  const other = isMixed ? (kind + 2) % 4 : kind < 2 ? stream.int(2) : 2 + stream.int(2);
  const clauses = [clause(things[0], kind), clause(things[1], isMixed ? other : kind)] as const;
  const isSingle = !isMixed && stream.chance(0.4);
  const body = isSingle ? clauses[0] : clauses.join(isMixed ? ', but ' : ', and ');
  const opening = stream.pick([
    `They went to see the ${stream.pick(places).word}. `,
    `A day ${stream.pick(places).at}. `,
    `What we found ${stream.pick(places).at}: `,
    '',
  ]);
  return {
    text: `${opening}${opening.endsWith(': ') ? body : capitalise(body)}.`,
    things,
    clauses,
    isGood: kind > 1,
    isMixed,
    stars: isMixed ? mixedStars : starsOf[kind]!,
  };
}

const feeling: Order = ({ text, isGood }, stream) => {
  const pair = stream.pick(happyOrNot);
  const choices = stream.chance(0.5) ? pair : ([pair[1], pair[0]] as const);
  const order = stream.pick([
    `Was the one who wrote it ${choices[0]} or ${choices[1]}?`,
    `Say how it sounds: ${choices.join(' or ')}.`,
    `How did the visitor find it? Say ${choices[0]} or ${choices[1]}.`,
    `Say ${choices.join(' or ')}.`,
    'What did the visitor think of it?',
  ]);
  return { order, text, said: isGood ? pair[0] : pair[1], choices };
};

const rated: Order = ({ text, stars }, stream) => ({
  order: stream.pick([
    'How many stars? From 1 to 5.',
    'Give it stars, from 1 for awful to 5 for wonderful.',
    'Say a number from 1 (very bad) to 5 (very good).',
    'Rate it with 1, 2, 3, 4 or 5.',
  ]),
  text,
  said: `${stars}`,
  choices: ['1', '2', '3', '4', '5'],
});

const again: Order = ({ text, isGood }, stream) => {
  const order = stream.pick([
    'Would you tell your friends to go there? Yes or no?',
    'Will the visitor come back: yes or no?',
    'Yes or no: is it worth a visit?',
  ]);
  return { order, text, said: isGood ? 'yes' : 'no' };
};

const signalled: Order = ({ text, isGood }, stream) => {
  const claim = stream.pick([
    'the visitor was happy',
    'it is praise',
    'somebody liked it',
    'these are kind words',
  ]);
  return { ...signal({ isSo: isGood, claim }, stream), text };
};

/** Of the two parts of a mixed review, the place of the one with praise, or of the other. */
const partOf = ({ isGood }: Review, wantsGood: boolean): 0 | 1 => (isGood === wantsGood ? 0 : 1);

const better: Order = (review, stream) => {
  const wantsGood = stream.chance(0.6);
  const order = wantsGood
    ? stream.pick(['What was fine?', 'Which thing pleased the visitor?', 'Say what was good.'])
    : stream.pick(['What was bad?', 'Which thing was a pity?', 'Say what was not good.']);
  const { text, things } = review;
  return { order, text, said: things[partOf(review, wantsGood)], choices: things };
};

const reason: Order = (review, stream) => {
  const wantsGood = stream.chance(0.5);
  const order = wantsGood
    ? stream.pick(['Say only the part with praise.', 'Tell the good part of it, word for word.'])
    : stream.pick(['Say only the complaint.', 'Tell the bad part of it, word for word.']);
  return { order, text: review.text, said: capitalise(review.clauses[partOf(review, wantsGood)]) };
};

const ofTheWhole = [feeling, feeling, rated, again, signalled];
const ofItsParts = [better, better, reason, rated];

/** Orders about a review of one or two things. */
export const ofReviews: Readings = (stream) => {
  const review = drawReview(stream);
  const orders = review.isMixed ? ofItsParts : ofTheWhole;
  return stream.sample(orders, 2 + stream.int(2)).map((order) => order(review, stream));
};
