import type { ShownAnswer, TaskEvaluation } from '../../protocol/index.ts';
import { verdictOf, type AnswerVerdict } from './answerVerdict.ts';

/** What of an evaluation the table reads; a run's record holds them in order. */
export interface AnsweredAt {
  readonly step: number;
  readonly results: readonly Pick<TaskEvaluation, 'taskId' | 'score'>[];
  readonly answers: readonly ShownAnswer[];
}

/** One answer, marked. */
export interface AnswerCell {
  readonly answer: string;
  /** 0–100. */
  readonly score: number;
  readonly verdict: AnswerVerdict;
  /** It was not at its end when it was as long as an answer may be. */
  readonly isCut: boolean;
}

/** One held-out example and what was said to it: a cell a column, null where it was not asked. */
export interface AnswerRow {
  readonly exampleId: string;
  readonly input: string;
  readonly expected: string;
  readonly cells: readonly (AnswerCell | null)[];
}

/** The answers of one task, a row an example in the order in which they were first asked. */
export function answerRows(evaluations: readonly AnsweredAt[], taskId: string): AnswerRow[] {
  const rows = new Map<string, Omit<AnswerRow, 'cells'> & { cells: (AnswerCell | null)[] }>();
  evaluations.forEach(({ answers }, column) => {
    for (const shown of answers) {
      if (shown.taskId !== taskId) continue;
      const { exampleId, input, expected, answer, score, isCut = false } = shown;
      const empty = (): (AnswerCell | null)[] => evaluations.map(() => null);
      const row = rows.get(exampleId) ?? { exampleId, input, expected, cells: empty() };
      row.cells[column] = { answer, score, verdict: verdictOf(score), isCut };
      rows.set(exampleId, row);
    }
  });
  return [...rows.values()];
}

/** Each task's score, 0–100, a number a column; null where it was not scored. */
export function scoreRows(
  evaluations: readonly AnsweredAt[],
): ReadonlyMap<string, readonly (number | null)[]> {
  const rows = new Map<string, (number | null)[]>();
  evaluations.forEach(({ results }, column) => {
    for (const { taskId, score } of results) {
      const row = rows.get(taskId) ?? evaluations.map(() => null);
      row[column] = score;
      rows.set(taskId, row);
    }
  });
  return rows;
}

/** How many of a column's answers are marked how, over all tasks. */
export function tallyAt({ answers }: AnsweredAt): Readonly<Record<AnswerVerdict, number>> {
  const tally = { right: 0, partly: 0, wrong: 0 };
  for (const { score } of answers) tally[verdictOf(score)]++;
  return tally;
}
