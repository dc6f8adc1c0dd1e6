import { expect, test } from 'vitest';
import { orderOf } from '../../cli/train/orderOf.ts';
import { parseConfig } from '../../cli/train/config.ts';
import { sortFiles } from '../../src/core/tasks/fileUnits.ts';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';

const file = (fileName: string, value = '') => ({
  fileName,
  text: () => Promise.resolve(value),
});
const collection = [
  file('ni/splits/add_tasks/train_tasks.txt', 'task003_c\n'),
  file('ni/splits/default/excluded_tasks.txt', 'task004_d\r\ntask009_x'),
  file('ni/splits/default/test_tasks.txt', 'task002_b\n'),
  file('ni/splits/default/train_tasks.txt', '\ntask001_a\n'),
  file('ni/tasks/task001_a.json'),
  file('ni/tasks/task002_b.json.gz'),
  file('ni/tasks/task003_c.json'),
  file('ni/tasks/task004_d.json'),
];

test('a folder is sorted by the default lists in it, which are no tasks themselves', async () => {
  const { units, excluded } = await sortFiles(collection);
  expect(units.map(({ main, officialSplit }) => [main.fileName, officialSplit])).toEqual([
    ['ni/tasks/task001_a.json', 'train'],
    ['ni/tasks/task002_b.json.gz', 'test'],
    ['ni/tasks/task003_c.json', undefined],
  ]);
  expect(excluded.map(({ fileName }) => fileName)).toEqual(['ni/tasks/task004_d.json']);
});

test('files without lists are what they were', async () => {
  const { units, excluded } = await sortFiles(collection.slice(4));
  expect(units.map(({ officialSplit }) => officialSplit)).toEqual(Array(4).fill(undefined));
  expect(excluded).toEqual([]);
});

/** Older and newer schema. */
const definitions: Readonly<Record<string, unknown>> = { older: 'Sort it.', newer: ['Sort it.'] };

test.each(Object.keys(definitions))(
  'a test task (%s schema) is tested on its first hundred instances, and watched',
  async (schema) => {
    const Instances = Array.from({ length: 130 }, (_, i) => ({
      input: `word ${i}`,
      output: schema === 'older' ? `sorted ${i}` : [`sorted ${i}`],
    }));
    const text = JSON.stringify({ Definition: definitions[schema], Instances });
    const content = textContent(text, 'task002_b.json');
    const { tasks, report } = await readTaskFile(
      { ...content, officialSplit: 'test' },
      'task002_b.json',
    );
    const tested = tasks[0]!.splits.test.map(({ input }) => Number(input.slice(5)));
    expect(tested.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i));
    expect(reportSentences(report).join(' ')).toMatch(/a task to test on: watched, never trained/);
    const listed = { id: 'b', cluster: 'c', origin: 'b.json', report };
    const { channels } = orderOf(parseConfig({}, 'nano'), [
      listed,
      { ...listed, id: 'a', report: null },
    ]);
    expect(channels.map(({ taskId, isOn }) => [taskId, isOn])).toEqual([
      ['b', false],
      ['a', true],
    ]);
    const plain = await readTaskFile(content, 'task002_b.json');
    expect(plain.tasks[0]!.splits.test).toHaveLength(13);
  },
);
