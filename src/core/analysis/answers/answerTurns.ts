import type { AnswerCell, AnswerRow } from './answerTable.ts';

/** An answer, and the step at which the model began to give it. */
export interface AnswerTurn {
  readonly step: number;
  readonly cell: AnswerCell;
}

/** How the answer to one example went: only where it became another. */
export function answerTurns(
  { cells }: Pick<AnswerRow, 'cells'>,
  steps: readonly number[],
): AnswerTurn[] {
  const turns: AnswerTurn[] = [];
  cells.forEach((cell, column) => {
    if (cell && cell.answer !== turns.at(-1)?.cell.answer)
      turns.push({ step: steps[column]!, cell });
  });
  return turns;
}
