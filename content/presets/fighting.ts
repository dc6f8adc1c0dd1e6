import { drawSplits, type Draws } from '../datasets/drawSplits.ts';
import { ratePolarity } from '../datasets/tasks/sentiment/reviews.ts';
import type { TaskSource } from '../datasets/taskSource.ts';

const [happy, unhappy] = ['happy', 'unhappy'] as const;
const opposite = (answer: string): string => (answer === happy ? unhappy : happy);

/** The reviews of `rate_polarity`, asked in its words, with its answers. */
const straight: TaskSource = {
  ...ratePolarity,
  id: 'fight_straight',
  name: 'Says what is so',
  cluster: 'the straight one',
};

/** The very same reviews and questions, each with the other answer: whatever one task learns, the other unlearns. */
const contrary: TaskSource = {
  ...ratePolarity,
  id: 'fight_contrary',
  name: 'Says the opposite',
  cluster: 'the contrary one',
  // The same text at the same place: labels go round in the other order.
  labels: [unhappy, happy],
  draw: (draw) => {
    const drawn = ratePolarity.draw({ ...draw, label: opposite(draw.label) });
    return { ...drawn, output: opposite(drawn.output) };
  },
  explain: ({ output }) => `The stronger words show that the writer is ${opposite(output)}.`,
  mistake: ({ output }) => ({
    output: opposite(output),
    explanation: 'Here the opposite of what the words say is wanted.',
  }),
};

export const fightingTasks: readonly TaskSource[] = [straight, contrary];

/** Enough to learn from in seconds; the files stay small. */
const sizes = { train: 500, validation: 60, test: 100 } as const;

/** The first draws of each split. */
export function fightingDraws(source: TaskSource): Draws {
  const { demonstrations, splits } = drawSplits(source);
  return {
    demonstrations,
    splits: {
      train: splits.train.slice(0, sizes.train),
      validation: splits.validation.slice(0, sizes.validation),
      test: splits.test.slice(0, sizes.test),
    },
    exam: [],
  };
}
