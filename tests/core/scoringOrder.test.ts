import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { Instance, Task } from '../../src/core/tasks/task.ts';

const read = async (text: string, name: string): Promise<Task> =>
  (await readTaskFile(textContent(text, name), name)).tasks[0]!;

const labels = (instances: readonly Instance[]): Set<string> =>
  new Set(instances.map(({ outputs }) => outputs[0]!));

/** Every run of eight that could be scored. */
function expectBothLabels(instances: readonly Instance[]): void {
  expect(instances.length).toBeGreaterThanOrEqual(8);
  for (let at = 0; at + 8 <= instances.length; at++) {
    expect(labels(instances.slice(at, at + 8)).size).toBe(2);
  }
}

const sorted = (): string[] =>
  Array.from({ length: 200 }, (_, i) =>
    JSON.stringify({ instruction: 'Day?', input: `hour ${i}`, output: i < 100 ? 'no' : 'yes' }),
  );

describe('a file that is sorted by its answers', () => {
  test('has both among any eight of those that are scored', async () => {
    const { splits } = await read(sorted().join('\n'), 'sorted.jsonl');
    expectBothLabels(splits.test);
    expectBothLabels(splits.validation);
  });
  test('has the same sample at each reading, whatever the order of its rows', async () => {
    const { splits } = await read(sorted().join('\n'), 'sorted.jsonl');
    const turned = await read(sorted().toReversed().join('\n'), 'sorted.jsonl');
    const inputs = (list: readonly Instance[]): string[] => list.map(({ input }) => input);
    expect(inputs(turned.splits.test)).toEqual(inputs(splits.test));
    expect(inputs(turned.splits.validation)).toEqual(inputs(splits.validation));
  });
  test('also where it names its splits itself', async () => {
    const Instances = Array.from({ length: 120 }, (_, i) => ({
      input: `hour ${i}`,
      output: i % 40 < 20 ? 'no' : 'yes',
      split: i < 40 ? 'train' : i < 80 ? 'validation' : 'test',
    }));
    const { splits } = await read(JSON.stringify({ Definition: 'Day?', Instances }), 'named.json');
    expect(labels(splits.test.slice(0, 8)).size).toBe(2);
    expect(labels(splits.validation.slice(0, 8)).size).toBe(2);
  });
});

test('a file that counts its splits, as built-in ones do, keeps its order', async () => {
  const Instances = Array.from({ length: 30 }, (_, i) => ({ input: `hour ${i}`, output: `${i}` }));
  const Mixdesk = { splits: { train: 10, validation: 10, test: 10 } };
  const text = JSON.stringify({ Definition: 'Day?', Instances, Mixdesk });
  const { splits } = await read(text, 'counted.json');
  expect(splits.test.map(({ input }) => input)).toEqual(
    Array.from({ length: 10 }, (_, i) => `hour ${20 + i}`),
  );
});

const cases = '../shared/cases/sorted-by-label.csv';
test.skipIf(!existsSync(cases))('sorted-by-label.csv: both labels among the first 8', async () => {
  const { splits } = await read(readFileSync(cases, 'utf8'), 'sorted-by-label.csv');
  for (const split of [splits.validation, splits.test]) expectBothLabels(split);
});
