/** A toy reader and a toy metric: one file and one line in a list each, and nothing else. */
import { expect, test } from 'vitest';
import { metrics } from '../../../src/core/metrics/index.ts';
import type { Metric } from '../../../src/core/metrics/metric.ts';
import { endingsOf, readers } from '../../../src/core/tasks/readers/index.ts';
import type { TaskReader } from '../../../src/core/tasks/readers/reader.ts';
import { RowCollector } from '../../../src/core/tasks/rows/rowCollector.ts';
import { bookOf } from '../../../src/core/tasks/readers/bookOf.ts';
import { startTrainerInNode } from './trainerInNode.ts';
import { told } from '../../../cli/told.ts';

/** Full marks for an answer of any length. */
const anyAnswer: Metric = {
  name: 'anyAnswer',
  score: (predictions) => (predictions.length > 0 ? 100 : 0),
};

/** One task a block, a line `input = output` a row; scored by the toy metric. */
const equations: TaskReader = {
  name: 'equations',
  endings: ['.eq'],
  recognises: ({ text, fileName }) => (fileName.endsWith('.eq') && text.includes(' = ') ? 1 : 0),
  async read(content, fileName) {
    const blocks = (await content.text()).trim().split('\n\n');
    const read = blocks.map((block) => {
      const rows = new RowCollector(fileName);
      block.split('\n').forEach((row, i) => {
        const [input, output] = row.split(' = ');
        rows.take({ instruction: 'Solve it.', input, output }, { unit: 'row', at: i + 1 });
      });
      return bookOf(rows, { fileName }, { format: 'equations', encoding: 'utf-8' });
    });
    const tasks = read
      .flatMap(({ tasks: own }) => own)
      .map((task, k) => ({ ...task, id: `eq-${k}`, metric: anyAnswer.name }));
    return { tasks, report: read[0]!.report };
  },
};

const rows = (n: number, sign: string): string =>
  Array.from({ length: n }, (_, i) => `${i} ${sign} 1 = ${i + 1}`).join('\n');

test('a file of a new format gives two tasks, which are trained and scored by a new metric', async () => {
  const lists = { readers: [...readers, equations], metrics: [...metrics, anyAnswer] };
  expect(endingsOf(lists.readers)).toContain('.eq');
  const { api, run, close } = await startTrainerInNode(lists);
  const file = new Blob([`${rows(12, '+')}\n\n${rows(9, 'x')}\n`]);
  const loaded = await api.loadFile({ kind: 'file', fileName: 'sums.eq', file });
  if (!loaded.ok) throw new Error(told(loaded.error));
  expect(loaded.value.map(({ id, metric }) => [id, metric])).toEqual([
    ['eq-0', 'anyAnswer'],
    ['eq-1', 'anyAnswer'],
  ]);

  const asked = { trainTokens: 256, metricInstances: 1 };
  const record = await run(asked, { ownTasks: loaded.value });
  close();
  expect(record.status).toBe('completed');
  const scored = record.evaluations.at(-1)!.results;
  expect(scored.map(({ taskId, metric, score }) => [taskId, metric, score])).toEqual([
    ['eq-0', 'anyAnswer', 100],
    ['eq-1', 'anyAnswer', 100],
  ]);
}, 180_000);
