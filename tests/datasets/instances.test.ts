import { describe, expect, test } from 'vitest';
import { maxExampleLength, normaliseInput } from '../../scripts/datasets/drawSplits.ts';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';
import { splitNames } from '../../src/core/tasks/task.ts';
import { testPeople } from '../../scripts/world/lexicon.ts';
import { readTaskFile } from './files.ts';

const testNames = new RegExp(`\\b(${testPeople.map(({ name }) => name).join('|')})\\b`);

describe.each(taskSources)('$id', ({ id }) => {
  const file = readTaskFile(id);
  const { Instances: instances, Mixdesk: mixdesk } = file;
  const ofSplit = (split: string) => instances.filter((instance) => instance.split === split);

  test('no input occurs twice, within or across splits and demonstrations', () => {
    const demonstrations = [...file['Positive Examples'], ...file['Negative Examples']];
    const inputs = [...instances, ...demonstrations].map(({ input }) => normaliseInput(input));
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  test('there are enough instances of every split, each with its own id', () => {
    expect(ofSplit('train').length).toBeGreaterThanOrEqual(1000);
    expect(ofSplit('validation')).toHaveLength(100);
    expect(ofSplit('test')).toHaveLength(100);
    expect(new Set(instances.map((instance) => instance.id)).size).toBe(instances.length);
  });

  test('inputs and outputs are filled in, trimmed, and free of template signs', () => {
    for (const { input, output } of instances) {
      for (const text of [input, ...output]) {
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/^$|undefined|NaN/);
      }
      if (id !== 'code_py_js') expect(input).not.toMatch(/[{}[\]|]| {2}/);
    }
  });

  test('a rendered example stays short', () => {
    const longest = Math.max(
      ...[file.Definition[0]!, ...mixdesk.wordings.map(({ text }) => text)].map((t) => t.length),
    );
    for (const { input, output } of instances) {
      const length = longest + 'Input: \n\nOutput: '.length + input.length + output[0]!.length;
      expect(length).toBeLessThanOrEqual(maxExampleLength);
    }
  });

  test('people of the test half are named in test instances only', () => {
    for (const { input } of [...ofSplit('train'), ...ofSplit('validation')]) {
      expect(input).not.toMatch(testNames);
    }
  });
});

const classifications = taskSources.flatMap(({ id, labels }) => (labels ? [{ id, labels }] : []));

test.each(classifications)('$id has every label equally often in every split', ({ id, labels }) => {
  const { Instances: instances } = readTaskFile(id);
  for (const split of splitNames) {
    const outputs = instances.filter((one) => one.split === split).map(({ output }) => output[0]);
    const counts = labels.map((label) => outputs.filter((output) => output === label).length);
    expect(counts.reduce((sum, count) => sum + count)).toBe(outputs.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  }
});
