import { answerForms } from '../../answerForms.ts';
import { capitalise } from '../../../world/lexicon.ts';
import { inCluster } from '../../inCluster.ts';
import { makeReview } from '../../texts/review.ts';
import type { Grade } from '../../../world/review.ts';
import type { Case, Draw } from '../../taskSource.ts';

const sentiment = inCluster({
  cluster: 'sentiment and rating',
  category: 'Sentiment Analysis',
  reasoning: 'Reading Comprehension -> Judging',
  domain: 'Reviews',
});

const starPlans: Readonly<Record<string, readonly (readonly Grade[])[]>> = {
  1: [[-2, -2], [-2]],
  2: [[-1, -1], [-1]],
  3: [
    [1, -1],
    [-1, 1],
  ],
  4: [[1, 1], [1]],
  5: [[2, 2], [2]],
};

/** Mixed ones are decided by the stronger word. */
const moodPlans: Readonly<Record<'good' | 'bad', readonly (readonly Grade[])[]>> = {
  good: [[1, 2], [2], [1, 1], [2, -1], [-1, 2], [1, 1, -1]],
  bad: [[-1, -2], [-2], [-1, -1], [-2, 1], [1, -2], [-1, -1, 1]],
};

const graded = (grades: readonly Grade[]): Case['difficulty'] =>
  grades.length === 1 ? 1 : grades[0]! > 0 === grades[1]! > 0 ? 2 : 3;

function drawMood({ texts, label }: Draw, good: string): Case {
  const grades = texts.pick(moodPlans[label === good ? 'good' : 'bad']);
  return { input: makeReview(texts, grades).text, output: label, difficulty: graded(grades) };
}

export const rateStars = sentiment({
  id: 'rate_stars',
  name: 'Review rating',
  metric: 'accuracy',
  definition: 'Rate the review from 1 (very bad) to 5 (very good) stars. Write the digit.',
  definitionZh: '给评论打分，从 1（很差）到 5（很好），只写数字。',
  constraints: [answerForms.digits],
  wordings: `
    How many stars does the review give, from 1 to 5?
    Rate the review from 1 to 5.
    Read what the writer says below and choose a rating: 1 for very bad, 3 for half and half, 5 for very good.
    Write the number of stars.
    > What rating is this, between 1 and 5?
    > Now write how many stars the writer gives.
    ? Choose 1, 2, 3, 4 or 5 stars for the review.
    ? > Rate it: write a number from 1 to 5.`,
  labels: ['1', '2', '3', '4', '5'],
  draw({ texts, label }) {
    const grades = texts.pick(starPlans[label]!);
    return {
      input: makeReview(texts, grades).text,
      output: label,
      difficulty: label === '1' || label === '5' ? 1 : label === '3' ? 2 : 3,
    };
  },
  explain: ({ output }) =>
    ({
      1: 'All of it was very bad.',
      2: 'It was bad, but not very.',
      3: 'One thing was good and one was bad.',
      4: 'It was good, but not very.',
      5: 'All of it was very good.',
    })[Number(output)]!,
  mistake: ({ output }) => ({
    output: output === '3' ? 'three' : String(6 - Number(output)),
    explanation: `The words of the review stand for ${output}.`,
  }),
});

export const ratePolarity = sentiment({
  id: 'rate_polarity',
  name: 'Happy or unhappy?',
  metric: 'accuracy',
  definition: 'Is the writer of the review happy or unhappy? Write one of the two words.',
  definitionZh: '评论的作者满意还是不满意？写 happy 或 unhappy。',
  constraints: ['Answer happy or unhappy.'],
  wordings: `
    Is the writer happy or unhappy?
    Write happy if the writer liked it and unhappy if not.
    Read the review below, think about which words are stronger, and choose happy or unhappy for the writer.
    How does the writer feel: happy or unhappy?
    > Now write happy or unhappy.
    > Was the writer happy with it, or unhappy?
    ? Choose the right word for the writer: happy or unhappy.
    ? > Say if the writer is happy or unhappy.`,
  labels: ['happy', 'unhappy'],
  draw: (draw) => drawMood(draw, 'happy'),
  explain: ({ output }) => `The stronger words show that the writer is ${output}.`,
  mistake: ({ output }) => ({
    output: output === 'happy' ? 'unhappy' : 'happy',
    explanation: 'The stronger words say the opposite.',
  }),
});

export const rateRecommend = sentiment({
  id: 'rate_recommend',
  name: 'Come again?',
  metric: 'accuracy',
  definition: 'Would the writer come again or buy it again? Answer yes or no.',
  definitionZh: '作者还会再来或再买吗？回答 yes 或 no。',
  constraints: [answerForms.yesOrNo],
  wordings: `
    Would the writer come again? Answer yes or no.
    Does the writer tell others to go there? Write yes or no.
    Read the review below and say yes when the writer liked it well enough to come back, else say no.
    Is it a good review? Write yes or no.
    > Will the writer come back? Answer yes or no.
    > Say yes if the writer liked it, and no if not.
    ? Did the writer like it? Answer yes or no.
    ? > Would the writer go there once more? Write yes or no.`,
  labels: ['yes', 'no'],
  draw: (draw) => drawMood(draw, 'yes'),
  explain: ({ output }) =>
    output === 'yes' ? 'The writer liked it.' : 'The writer did not like it.',
  mistake: ({ output }) => ({
    output: output === 'yes' ? 'no' : 'yes',
    explanation: output === 'yes' ? 'The writer liked it.' : 'The writer did not like it.',
  }),
});

export const rateAspect = sentiment({
  id: 'rate_aspect',
  name: 'What was liked?',
  metric: 'accuracy',
  definition:
    'The writer liked one thing and disliked another one. Write the thing that the writer liked.',
  definitionZh: '作者喜欢一样、不喜欢另一样，写出作者喜欢的那一样。',
  constraints: [answerForms.oneWord],
  wordings: `
    What did the writer like? Write the word.
    Which of the two was good?
    One thing in the review below was good and one was bad; find the good one and write it.
    Write the thing that the review says good words about.
    > Now write what the writer liked.
    > Which one was good? Write one word.
    ? Find the thing that the writer liked.
    ? > Choose the thing that was good and copy it.`,
  draw({ texts, stream }) {
    const isFirst = texts.chance(0.5);
    const good = texts.pick<Grade>([1, 2]);
    const bad = texts.pick<Grade>([-1, -2]);
    const { text, judgements } = makeReview(texts, isFirst ? [good, bad] : [bad, good]);
    const liked = judgements.find(({ grade }) => grade > 0)!.aspect;
    return {
      input: text,
      output: liked,
      options: stream.shuffle(judgements.map(({ aspect }) => aspect)),
      difficulty: good === 2 && bad === -2 ? 1 : good === 1 && bad === -1 ? 3 : 2,
    };
  },
  explain: ({ output }) => `The review says good words about the ${output}.`,
  mistake: ({ options, output }) => ({
    output: options!.find((one) => one !== output)!,
    explanation: 'The review says bad words about it.',
  }),
});

export const rateReason = sentiment({
  id: 'rate_reason',
  name: 'Why was it bad?',
  metric: 'strictMatch',
  definition: 'Copy the part of the review that says what was bad.',
  definitionZh: '抄下评论中说明哪里不好的那一部分。',
  constraints: [answerForms.copiedWords],
  wordings: `
    What was bad? Copy the words of the review.
    Why did the writer complain? Copy the reason.
    One part of the review below says something bad; find it and copy it word for word.
    Find the bad part and write it.
    > Now copy the part that says what was bad.
    > What did the writer not like? Use the words of the review.
    Write what the review says about the bad thing.
    Copy the words about what was bad.
    > Write the part about the bad thing.
    > Which words of the review say what was bad?
    > Copy what the writer says was not good.
    ? Copy the part of the review about the bad thing.
    ? > Write the words that say what was bad.`,
  draw({ texts }) {
    const isFirst = texts.chance(0.5);
    const good = texts.pick<Grade>([1, 2]);
    const bad = texts.pick<Grade>([-1, -2]);
    const { text, judgements } = makeReview(texts, isFirst ? [bad, good] : [good, bad]);
    const { clause } = judgements.find(({ grade }) => grade < 0)!;
    return {
      input: text,
      output: text.includes(clause) ? clause : capitalise(clause),
      difficulty: isFirst ? 2 : text.startsWith('The') ? 1 : 3,
    };
  },
  explain: ({ output }) => `"${output}" is the only thing that was bad.`,
  mistake: ({ output }) => ({
    output: output.split(' ')[1]!,
    explanation: 'The whole part is asked for, not the thing alone.',
  }),
});
