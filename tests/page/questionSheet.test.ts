import { beforeEach, expect, test } from 'vitest';
import type { TaskInfo } from '../../src/core/protocol/index.ts';
import { QuestionSheet } from '../../src/page/state/questionSheet.svelte.ts';
import { taskInfo } from './fakeTrainer.ts';

let sheet: QuestionSheet;
const own = taskInfo('a');
const other: TaskInfo = {
  ...taskInfo('b'),
  wordings: [
    { text: 'Say it.', place: 'before' },
    { text: 'Shout it.', ending: 'One word.', place: 'after' },
  ],
};

beforeEach(() => {
  sheet = new QuestionSheet();
  sheet.choose(own);
});

test("another task's wording is asked about this task's input, and nobody knows its answer", () => {
  sheet.askWith(other, 1);
  expect(sheet.prompt).toBe('Input: one\nShout it. One word.\nOutput:');
  expect([sheet.known, sheet.expected]).toEqual([['yes'], []]);
});

test('it stays with the next example, and with another task that is chosen', () => {
  sheet.askWith(other, 1);
  sheet.choose(own, 1);
  expect([sheet.instruction, sheet.input]).toEqual(['Shout it. One word.', 'two']);
  sheet.choose(taskInfo('c'));
  expect(sheet.instruction).toBe('Shout it. One word.');
});

test('own words stay with the examples of a task; another task is asked in its own', () => {
  sheet.instruction = 'What is it?';
  sheet.choose(own, 1);
  expect([sheet.instruction, sheet.input, sheet.expected]).toEqual(['What is it?', 'two', []]);
  sheet.choose(other);
  expect([sheet.instruction, sheet.expected]).toEqual(['Say it.', ['yes']]);
});

test('worked examples come from the task, its own first, never the question itself, four at most', () => {
  sheet.addShot(false);
  sheet.addShot(true);
  sheet.addShot(false);
  expect(sheet.shots).toEqual([
    { input: 'four', output: 'yes' },
    { input: 'five', output: 'lemon', isWrong: true },
    { input: 'two', output: 'no' },
  ]);
  sheet.addShot(true);
  expect(sheet.shots[3]).toEqual({ input: '', output: '', isWrong: true });
  expect(sheet.canAddShot).toBe(false);
  sheet.addShot(false);
  expect(sheet.shots).toHaveLength(4);
  sheet.changeShot(3, { output: 'no' });
  sheet.removeShot(0);
  expect(sheet.prompt).toBe(
    'Say it.\nWrong example: five -> lemon\nExample: two -> no\nWrong example:  -> no\nInput: one\nOutput:',
  );
  sheet.choose(other);
  expect(sheet.shots).toEqual([]);
});

test('of a family only worked examples that follow the same rule', () => {
  const family: TaskInfo = {
    ...own,
    positiveExamples: [
      { input: 'x', output: 'X', explanation: '', slots: { w: 'she' } },
      { input: 'y', output: 'Y', explanation: '', slots: { w: 'he' } },
    ],
    samples: [{ id: '1', input: 'z', outputs: ['Z'], slots: { w: 'he' } }],
  };
  sheet.choose(family);
  sheet.addShot(false);
  expect(sheet.shots).toEqual([{ input: 'y', output: 'Y' }]);
});
