import type { Case } from '../taskSource.ts';
import type { Draws } from '../drawSplits.ts';

/** The cases of a task by where they are used, in the order of drawing. */
export const partsOf = ({ demonstrations, splits, exam }: Draws): [string, readonly Case[]][] => [
  ['demonstrations', demonstrations],
  ['train', splits.train],
  ['validation', splits.validation],
  ['test', splits.test],
  ['exam', exam],
];

/** Every case of a task with the name of its place, for messages. */
export const placedCases = (draws: Draws): { place: string; drawn: Case }[] =>
  partsOf(draws).flatMap(([part, cases]) =>
    cases.map((drawn, index) => ({ place: `${part} ${index}`, drawn })),
  );
