import { describe, expect, test } from 'vitest';
import {
  answerRows,
  scoreRows,
  tallyAt,
  type AnsweredAt,
} from '../../src/core/analysis/answers/answerTable.ts';
import { answerTurns } from '../../src/core/analysis/answers/answerTurns.ts';
import { columnAt, columnsShown } from '../../src/core/analysis/answers/columnAt.ts';

const said = (taskId: string, exampleId: string, answer: string, score: number) => ({
  taskId,
  exampleId,
  input: `input of ${exampleId}`,
  expected: 'Sky',
  answer,
  score,
});

const evaluations: readonly AnsweredAt[] = [
  {
    step: 0,
    results: [
      { taskId: 'who', score: 0 },
      { taskId: 'sum', score: null },
    ],
    answers: [said('who', '1', 'lemon', 0), said('who', '2', 'Sky, Sky', 50)],
  },
  {
    step: 40,
    results: [{ taskId: 'who', score: 50 }],
    answers: [
      said('sum', '9', 'yes', 100),
      said('who', '1', 'lemon', 0),
      said('who', '2', 'Sky', 100),
    ],
  },
  {
    step: 80,
    results: [
      { taskId: 'who', score: 100 },
      { taskId: 'sum', score: 20 },
    ],
    answers: [said('who', '1', 'Sky', 99.95)],
  },
];

describe('the table of answers', () => {
  test('a row an example, a cell an evaluation, empty where it was not asked', () => {
    const rows = answerRows(evaluations, 'who');
    expect(rows.map(({ exampleId, input }) => [exampleId, input])).toEqual([
      ['1', 'input of 1'],
      ['2', 'input of 2'],
    ]);
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.verdict ?? null))).toEqual([
      ['wrong', 'wrong', 'right'],
      ['partly', 'right', null],
    ]);
    expect(answerRows(evaluations, 'sum')[0]!.cells.map((cell) => cell?.answer)).toEqual([
      undefined,
      'yes',
      undefined,
    ]);
    expect(answerRows(evaluations, 'other')).toEqual([]);
  });

  test('a score a column for each task that was scored', () => {
    expect([...scoreRows(evaluations)]).toEqual([
      ['who', [0, 50, 100]],
      ['sum', [null, null, 20]],
    ]);
  });

  test('counts the marks of a column', () => {
    expect(evaluations.map(tallyAt)).toEqual([
      { right: 0, partly: 1, wrong: 1 },
      { right: 2, partly: 0, wrong: 1 },
      { right: 1, partly: 0, wrong: 0 },
    ]);
  });

  test('tells only the turns of an answer', () => {
    const [first, second] = answerRows(evaluations, 'who');
    const turnsOf = (row: typeof first) =>
      answerTurns(row!, [0, 40, 80]).map(({ step, cell }) => [step, cell.answer]);
    expect(turnsOf(first)).toEqual([
      [0, 'lemon'],
      [80, 'Sky'],
    ]);
    expect(turnsOf(second)).toEqual([
      [0, 'Sky, Sky'],
      [40, 'Sky'],
    ]);
  });
});

describe('the column of a moment', () => {
  test('is the last evaluation up to it, the newest one now, the first before all', () => {
    const steps = [10, 40, 80];
    expect([null, 0, 10, 39, 40, 79, 80, 999].map((step) => columnAt(steps, step))).toEqual([
      2, 0, 0, 0, 1, 1, 2, 2,
    ]);
    expect([columnAt([], null), columnAt([], 5)]).toEqual([-1, -1]);
  });

  test('of many columns some are shown, with the first and the newest', () => {
    expect(columnsShown(3, 8)).toEqual([0, 1, 2]);
    expect(columnsShown(101, 5)).toEqual([0, 25, 50, 75, 100]);
    expect(columnsShown(9, 1)).toEqual([8]);
    expect(columnsShown(0, 5)).toEqual([]);
  });
});
