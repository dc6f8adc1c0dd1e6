import { expect, test } from 'vitest';
import { createEvaluationSet } from '../../workers/evaluation/evaluationSet.ts';
import { answerLimit } from '../../workers/evaluation/answerLimit.ts';
import { mixdesk } from '../../src/core/render/mixdesk.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { characterTokenizer, toyTask } from './toys.ts';

const limitsOf = (...tasks: readonly Task[]): readonly (readonly [string, number])[] =>
  createEvaluationSet({
    tasks,
    split: 'test',
    lossInstances: 4,
    metricInstances: 4,
    keptAnswers: 0,
    reading: { tokenizer: characterTokenizer, format: mixdesk },
    batchSize: 4,
    seqLen: 256,
  }).questions.map(({ taskIndex, maxNewTokens }) => [tasks[taskIndex]!.id, maxNewTokens]);

test('how long an answer may be does not depend on what is asked beside it', () => {
  const [short, long] = [toyTask('short', 3), toyTask('long', 3)];
  const test = [{ ...long.splits.test[0]!, outputs: ['a'.repeat(40)] }];
  const wordy: Task = { ...long, splits: { ...long.splits, test } };
  const alone = [...limitsOf(short), ...limitsOf(wordy)];
  expect([...limitsOf(short, wordy)].sort()).toEqual(alone.toSorted());
  // A space before the answer and the end after it.
  expect(new Map(alone).get('short')).toBe(3 + 8);
  expect(new Map(alone).get('long')).toBe(42 + 8);
});

test('a long expected answer has its room, a long one elsewhere in the task up to 64, the context bounds both', () => {
  expect(answerLimit(5, 5, 200)).toBe(13);
  expect(answerLimit(5, 20, 200)).toBe(28);
  expect(answerLimit(5, 500, 200)).toBe(64);
  expect(answerLimit(100, 500, 200)).toBe(108);
  expect(answerLimit(100, 100, 100)).toBe(100);
});
