import { makeReview } from '../../../world/review.ts';
import type { TaskSource } from '../../taskSource.ts';

const maxReviewLength = 150;

/** A review to its number of stars, as a digit. */
export const rateStars: TaskSource = {
  id: 'rate_stars',
  name: 'Review rating',
  cluster: 'sentiment and rating',
  metric: 'accuracy',
  category: 'Sentiment Analysis',
  reasoning: 'Reading Comprehension -> Judging Opinions',
  domain: 'Reviews',
  definition:
    'Say how many stars the writer would give, from 1 (very bad) to 5 (very good). Answer with a digit.',
  wordings: [
    { text: 'Rate the review from 1 to 5.', place: 'before' },
    { text: 'How many stars does this review give: 1, 2, 3, 4 or 5?', place: 'before' },
    {
      text: 'Did the writer like it? Write 1 for not at all up to 5 for very much.',
      place: 'before',
    },
    { text: 'Read what the guest says and choose a rating of 1, 2, 3, 4 or 5.', place: 'before' },
    { text: 'Stars from 1 to 5:', place: 'after' },
    { text: 'What rating is this, between 1 and 5?', place: 'after' },
  ],
  labels: ['1', '2', '3', '4', '5'],
  draw({ stream, label }) {
    for (;;) {
      const { text, stars } = makeReview(stream);
      if (String(stars) === label && text.length <= maxReviewLength)
        return { input: text, output: label };
    }
  },
  explain: ({ output }) => reasons[output]!,
  mistake: ({ output }) => ({
    output: output === '3' ? 'three' : String(6 - Number(output)),
    explanation: `${reasons[output]!} So it is the digit ${output}.`,
  }),
};

const reasons: Readonly<Record<string, string>> = {
  1: 'Nearly everything was very bad.',
  2: 'More was bad than good.',
  3: 'As much was good as bad.',
  4: 'More was good than bad.',
  5: 'Nearly everything was very good.',
};
