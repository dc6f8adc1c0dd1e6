import { describe, expect, test } from 'vitest';
import { solvers } from '../../scripts/datasets/solvers/index.ts';
import { readTaskFile } from './files.ts';

describe.each(Object.entries(solvers))('%s', (id, solve) => {
  const file = readTaskFile(id);

  test('a solver that reads the text only agrees with every instance', () => {
    const wrong = file.Instances.filter(({ input, output }) => solve(input) !== output[0]);
    expect(wrong).toEqual([]);
  });

  test('the solver agrees with every right demonstration and with no wrong one', () => {
    for (const { input, output } of file['Positive Examples']) expect(solve(input)).toBe(output);
    for (const { input, output } of file['Negative Examples']) {
      expect(solve(input)).not.toBe(output);
    }
  });
});

test('a sentence of d2t_record says every value of its record', () => {
  for (const { input, output } of readTaskFile('d2t_record').Instances) {
    const values = input.split('; ').flatMap((field) => field.split(': ')[1]!.split(', '));
    // 'cherry' may become 'cherries'.
    for (const value of values) expect(output[0]).toContain(value.replace(/y$/, ''));
  }
});

test('a summary of sum_story names only people of its story, at least one, and is shorter', () => {
  const names = (text: string) => new Set(solvers['ner_people']!(text).split(', '));
  for (const { input, output } of readTaskFile('sum_story').Instances) {
    const told = names(input);
    const summed = [...names(output[0]!)].filter((name) => name !== '');
    expect(summed.length).toBeGreaterThan(0);
    for (const name of summed) expect(told).toContain(name);
    expect(output[0]!.length).toBeLessThan(input.length);
  }
});
