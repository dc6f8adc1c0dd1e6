import { expect, test } from 'vitest';
import { textContent } from '../../src/core/tasks/readers/fileContent.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';

const row = (task: string, i: number, keys: 'flan' | 'plain' = 'flan'): object =>
  keys === 'flan'
    ? {
        inputs: `Question ${i} of ${task}?`,
        targets: `${i % 2}`,
        _task_name: task,
        _task_source: 'Flan2021',
        _template_type: 'zs_opt',
        _template_idx: i % 3,
      }
    : { task, input: `${i}`, output: `${i}` };
const read = (rows: readonly object[]) =>
  readTaskFile(
    textContent(rows.map((one) => JSON.stringify(one)).join('\n'), 'flan.jsonl'),
    'flan.jsonl',
  );
const many = (task: string, n: number): object[] =>
  Array.from({ length: n }, (_, i) => row(task, i));

test('rows that name their task become tasks, and one with too few rows is left out', async () => {
  const rows = [...many('rte:1.0.0', 9), ...many('wsc', 12), ...many('tiny', 1)];
  const { tasks, report, ownReports } = await read(rows);
  expect(tasks.map(({ id, name }) => [id, name])).toEqual([
    ['rte-1_0_0', 'rte:1.0.0'],
    ['wsc', 'wsc'],
  ]);
  expect(tasks.map(({ splits }) => Object.values(splits).flat().length)).toEqual([9, 12]);
  expect(ownReports!.map(({ rows: n }) => n)).toEqual([9, 12]);
  expect(report.leftOut).toEqual([
    { reason: 'tooFewInTask', count: 1, first: { unit: 'line', at: 22 } },
  ]);
  expect([report.rows, report.unknownKeys]).toEqual([
    22,
    ['_task_source', '_template_type', '_template_idx'],
  ]);
});

test('a key that says something else in each row tells no tasks apart', async () => {
  const { tasks } = await read(Array.from({ length: 8 }, (_, i) => row(`do ${i}`, i, 'plain')));
  expect(tasks).toHaveLength(1);
});
