import { describe, expect, test } from 'vitest';
import { drawsOf } from '../../scripts/datasets/allDraws.ts';
import {
  examSize,
  maxExampleLength,
  namesTestNoun,
  questionKey,
  ruleOf,
  splitSizes,
} from '../../scripts/datasets/drawSplits.ts';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';
import { solvers } from '../../scripts/datasets/solvers/index.ts';
import type { Case, TaskSource } from '../../scripts/datasets/taskSource.ts';
import { testPeople } from '../../scripts/world/lexicon.ts';
import { splitNames } from '../../src/core/tasks/task.ts';

const testNames = new RegExp(`\\b(${testPeople.map(({ name }) => name).join('|')})\\b`);

function solved(source: TaskSource, drawn: Case, output = drawn.output): boolean {
  const solver = solvers[source.id]!;
  const given = { slots: drawn.slots ?? {}, options: drawn.options ?? source.labels ?? [] };
  return 'solve' in solver
    ? solver.solve(drawn.input, given) === output
    : solver.judge(drawn.input, output, given);
}

describe.each(taskSources)('$id', (source) => {
  const { splits, demonstrations, exam } = drawsOf(source);
  const trained = [...demonstrations, ...splits.train, ...splits.validation];
  const all = [...trained, ...splits.test, ...exam];

  test('has its sizes, and no question twice', () => {
    for (const split of splitNames) expect(splits[split]).toHaveLength(splitSizes[split]);
    expect(exam).toHaveLength(examSize);
    expect(new Set(all.map(questionKey)).size).toBe(all.length);
  });

  test('a solver that reads the prompt only is right on every instance', () => {
    expect(all.filter((drawn) => !solved(source, drawn))).toEqual([]);
  });

  test('the solver rejects what the task calls wrong', () => {
    const wrong = trained.slice(0, 200).filter((drawn, i) => {
      const stream = { pick: <T>(items: readonly T[]) => items[i % items.length]! };
      const mistake = source.mistake(drawn, stream as Parameters<TaskSource['mistake']>[1]);
      return solved(source, drawn, mistake.output);
    });
    expect(wrong).toEqual([]);
  });

  test('labels are balanced, options hold the answer once', () => {
    const { labels } = source;
    for (const { output, options } of all.filter((one) => one.options)) {
      expect(options!.filter((option) => option === output)).toHaveLength(1);
      expect(new Set(options).size).toBe(options!.length);
    }
    for (const split of labels ? splitNames : []) {
      const counts = labels!.map(
        (label) => splits[split].filter(({ output }) => output === label).length,
      );
      expect(counts.reduce((sum, count) => sum + count)).toBe(splits[split].length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    }
  });

  test('texts are filled in, trimmed and short enough for the context', () => {
    const longest = Math.max(
      source.definition.length,
      ...source.wordings.map(({ text }) => text.length),
    );
    for (const { input, output } of all) {
      for (const text of [input, output]) {
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/^$|undefined|NaN/);
      }
      expect(longest + input.length + output.length).toBeLessThanOrEqual(maxExampleLength);
    }
  });

  test('people and nouns of the test are in no training instance', () => {
    for (const drawn of trained) {
      expect(drawn.input).not.toMatch(testNames);
      if (!source.needsWordKnowledge) expect(namesTestNoun(drawn)).toBe(false);
    }
  });

  test('instances are graded', () => {
    expect(new Set(all.map(({ difficulty }) => difficulty)).size).toBeGreaterThanOrEqual(2);
  });
});

const families = taskSources.filter(({ isFamily }) => isFamily);

test('families hold 5,000 instructions, and are tested on rules that were never trained on', () => {
  const rules = families.map((source) => {
    const { splits } = drawsOf(source);
    const trained = new Set(splits.train.map(ruleOf));
    expect(splits.test.filter((drawn) => trained.has(ruleOf(drawn)))).toEqual([]);
    return trained.size;
  });
  expect(rules.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(5000);
});
