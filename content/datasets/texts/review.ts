import type { RandomStream } from '../../../src/core/random.ts';
import { judgingWords } from '../../world/judgingWords.ts';
import { capitalise } from '../../world/lexicon.ts';
import type { Grade } from '../../world/review.ts';

export interface Judgement {
  readonly aspect: string;
  readonly grade: Grade;
  /** 'the food was very good' */
  readonly clause: string;
}

export interface Review {
  readonly text: string;
  readonly judgements: readonly Judgement[];
}

export const aspects = [
  'food',
  'soup',
  'price',
  'place',
  'colour',
  'story',
  'weather',
  'bus',
  'room',
  'music',
  'table',
  'garden',
  'cake',
  'tea',
  'bed',
  'view',
  'book',
  'toy',
];

const subjects = [
  'inn',
  'shop',
  'trip',
  'fair',
  'house',
  'farm',
  'boat',
  'school',
  'castle',
  'market',
];

/** 'We saw the new inn. The food was wonderful, and the price was fine.' */
export function makeReview(stream: RandomStream, grades: readonly Grade[]): Review {
  const about = stream.sample(aspects, grades.length);
  const judgements = grades.map((grade, i): Judgement => {
    const aspect = about[i]!;
    return { aspect, grade, clause: `the ${aspect} was ${stream.pick(judgingWords[grade])}` };
  });
  const opening = stream.pick([
    `We saw the new ${stream.pick(subjects)}. `,
    `I was at the ${stream.pick(subjects)}. `,
    `This is about the ${stream.pick(subjects)}. `,
    '',
  ]);
  return { text: opening + joined(judgements), judgements };
}

/** 'but' stands where good and bad meet. */
function joined(judgements: readonly Judgement[]): string {
  const [first, second, third] = judgements;
  if (!second) return `${capitalise(first!.clause)}.`;
  const link = first!.grade > 0 === second.grade > 0 ? 'and' : 'but';
  const start = `${capitalise(first!.clause)}, ${link} ${second.clause}.`;
  return third ? `${start} ${capitalise(third.clause)}.` : start;
}
