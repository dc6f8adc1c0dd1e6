import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examQuestions } from '../../src/core/analysis/exam/examQuestions.ts';
import { examResult } from '../../src/core/analysis/exam/examResult.ts';

describe('the questions of an exam', () => {
  const tasks = [
    { id: 'a', nExamples: 10, nWordings: 3 },
    { id: 'b', nExamples: 2, nWordings: 1 },
    { id: 'c', nExamples: 10, nWordings: 0 },
  ];

  test('are every task’s as often as the others’, as far as it has examples, none twice', () => {
    const questions = examQuestions(tasks, 12, 1);
    const of = (id: string) => questions.filter(({ taskId }) => taskId === id);
    expect([of('a').length, of('b').length, of('c').length]).toEqual([5, 2, 5]);
    const keys = questions.map(({ taskId, exampleIndex }) => `${taskId} ${exampleIndex}`);
    expect(new Set(keys).size).toBe(12);
    for (const { exampleIndex, wordingIndex } of of('a'))
      expect(wordingIndex).toBe(exampleIndex % 3);
    for (const { wordingIndex } of [...of('b'), ...of('c')]) expect(wordingIndex).toBe(0);
  });

  test('come in an order that the seed alone decides', () => {
    expect(examQuestions(tasks, 12, 1)).toEqual(examQuestions(tasks, 12, 1));
    expect(examQuestions(tasks, 12, 2)).not.toEqual(examQuestions(tasks, 12, 1));
    expect(examQuestions(tasks, 5, 1)).toEqual(examQuestions(tasks, 12, 1).slice(0, 5));
  });

  test('end where there are no more examples', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { maxLength: 5 }), fc.nat(20), (sizes, length) => {
        const some = sizes.map((nExamples, i) => ({ id: `${i}`, nExamples, nWordings: 1 }));
        const all = sizes.reduce((sum, size) => sum + size, 0);
        expect(examQuestions(some, length, 3)).toHaveLength(Math.min(all, length));
      }),
    );
  });
});

describe('the result of an exam', () => {
  const mark = (taskId: string, base: number | null, tuned: number | null) => ({
    taskId,
    base,
    tuned,
  });

  test('tells both scores, their difference on the same questions, and where it is weak', () => {
    const marks = [mark('a', 0, 100), mark('b', 0, 50), mark('a', 50, 100), mark('b', 0, 0)];
    const { base, tuned, gain, weakest, strongest } = examResult(marks);
    expect([base?.mean, tuned?.mean]).toEqual([12.5, 62.5]);
    // Differences 100, 50, 50, 0: sd 40.82, standard error 20.41, t(3) = 3.182.
    expect(gain?.mean).toBe(50);
    expect(gain?.low).toBeCloseTo(50 - 3.182 * 20.41, 0);
    expect([weakest, strongest]).toEqual([
      { taskId: 'b', score: 25 },
      { taskId: 'a', score: 100 },
    ]);
  });

  test('of the base alone has no difference, of one task neither weak nor strong sides', () => {
    const { base, tuned, gain, weakest } = examResult([mark('a', 100, null), mark('a', 0, null)]);
    expect(base?.mean).toBe(50);
    expect([tuned, gain, weakest]).toEqual([null, null, null]);
    expect(examResult([]).base).toBeNull();
  });
});
