import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { previewFile } from '../../src/core/tasks/previewFile.ts';
import { bytesContent, textContent } from '../../src/core/tasks/readers/fileContent.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import type { ColumnMapping } from '../../src/core/tasks/columnMapping.ts';
import {
  guessMapping,
  parseColumnMapping,
  shapeOf,
} from '../../src/core/tasks/rows/mappedColumns.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';
import { blobContent } from '../../workers/data/blobContent.ts';
import { rethrowInWords } from '../inWords.ts';

const stars = ['good', 'bad', 'fine', 'poor', 'great'];
const rows = stars.map((word, i) => ({
  Nr: i,
  'Review text': `It was ${word}.`,
  Gefallen: i % 2 ? 'no' : 'yes',
}));
const mapping: ColumnMapping = {
  columns: { input: 'Review text', output: 'Gefallen' },
  instruction: 'Did they like it?',
};
const csv = ['Nr;Review text;Gefallen', ...rows.map((row) => Object.values(row).join(';'))].join(
  '\n',
);
const forms = {
  'table.csv': csv,
  'lines.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
  'list.json': JSON.stringify(rows, null, 2),
  'wrapped.json': JSON.stringify({ name: 'Reviews', rows }),
};

const read = async (name: string, text: string, how?: { mapping: ColumnMapping }) => {
  const { tasks, report } = await readTaskFile(textContent(text, name), name, undefined, how);
  const { splits, wordings, metric } = tasks[0]!;
  const all = [...splits.train, ...splits.validation, ...splits.test];
  return { asked: wordings[0]!.text, metric, report, all };
};

describe.each(Object.entries(forms))('%s, whose columns have names of their own,', (name, text) => {
  test('is refused with the names of its columns and how to say which is which', async () => {
    await expect(read(name, text).catch(rethrowInWords)).rejects.toThrow(
      /Nr, Review text, Gefallen; wanted instruction|nr, review text, gefallen; wanted instruction/,
    );
  });

  test('is read with the choice, which the report says', async () => {
    const { asked, report, all } = await read(name, text, { mapping });
    expect(asked).toBe('Did they like it?');
    expect(all.map(({ input, outputs }) => [input, ...outputs]).sort()).toEqual(
      rows.map((row) => [row['Review text'], row.Gefallen]).sort(),
    );
    expect(reportSentences(report).join(' ')).toContain(
      'input from “Review text”, output from “Gefallen”; every row is asked “Did they like it?”',
    );
    expect(report.unknownKeys.map((key) => key.toLowerCase())).toEqual(['nr']);
  });

  test('shows its first rows to whoever chooses', async () => {
    const preview = await previewFile(textContent(text, name), name);
    expect(preview!.columns.map((column) => column.toLowerCase())).toEqual([
      ...['nr', 'review text', 'gefallen'],
    ]);
    expect(preview!.rows).toHaveLength(5);
    const [first] = preview!.rows;
    expect(String(Object.values(first!)[1])).toBe('It was good.');
  });
});

test('rows that lack the answer are left out and counted, also the first one', async () => {
  const text = rows
    .map((row, i) => (i === 0 ? { Nr: row.Nr, 'Review text': 'x' } : row))
    .map((row) => JSON.stringify(row))
    .join('\n');
  const { report, all } = await read('lines.jsonl', text, { mapping });
  expect(all).toHaveLength(4);
  expect(report.leftOut).toEqual([
    { reason: 'noOutput', count: 1, first: { unit: 'line', at: 1 } },
  ]);
});

test('a choice for other columns leaves a file that says what its columns are as it is', async () => {
  const text = stars.map((input) => JSON.stringify({ instruction: 'Do.', input, output: 'x' }));
  const { asked, report } = await read('a.jsonl', text.join('\n'), { mapping });
  expect(asked).toBe('Do.');
  expect(report.rows).toBe(5);
});

test('choices, context, split and groups are read as they were chosen', async () => {
  const lines = stars.map((word, i) => ({
    ...{ a: `Is it ${word}?`, b: 'A story.', c: i % 2 ? 'no' : 'yes', d: ['yes', 'no'] },
    ...{ e: i < 3 ? 'train' : i === 3 ? 'dev' : 'test' },
  }));
  const text = lines.map((row) => JSON.stringify(row)).join('\n');
  const columns = { input: 'a', context: 'b', output: 'c', options: 'd', split: 'e' } as const;
  const { report, all } = await read('a.jsonl', text, { mapping: { columns } });
  expect(all[0]).toMatchObject({ input: 'A story.\nIs it good?', options: ['yes', 'no'] });
  expect(report.splitRows).toEqual({ train: 3, validation: 1, test: 1 });
  expect(report.splitRule).toBe('named');
});

test('what is no table of rows has no columns to choose', async () => {
  const task = JSON.stringify({ Definition: ['Do.'], Instances: [] });
  expect(await previewFile(textContent(task, 'a.json'), 'a.json')).toBeNull();
  expect(await previewFile(textContent('hello', 'a'), 'a')).toBeNull();
  const packed = await blobContent(new Blob([gzipSync(csv)]), 'a.csv.gz');
  expect((await previewFile(packed, 'a.csv.gz'))!.rows).toHaveLength(5);
  const damaged = bytesContent(new TextEncoder().encode('PAR1 and no more'), 'a.parquet');
  await expect(previewFile(damaged, 'a.parquet')).rejects.toThrow(/noParquet/);
});

test.each([
  [
    ['text', 'sentiment'],
    [{ text: 'A long one', sentiment: 'x' }],
    { input: 'text', output: 'sentiment' },
  ],
  [['n', 'q', 'a'], [{ n: 1, q: 'A long question', a: 'short' }], { input: 'q', output: 'a' }],
  [
    ['label', 'body', 'x'],
    [{ label: 'y', body: 'Long text', x: 1 }],
    { input: 'body', output: 'label' },
  ],
  [['only'], [{ only: 'x' }], { input: 'only' }],
])(
  'of the columns %j a first choice is made by their names and texts',
  (columns, first, wanted) => {
    expect(guessMapping(columns, first).columns).toEqual(wanted);
  },
);

test('the same set of columns is one shape in whatever order and case; a stored choice that is none is forgotten', () => {
  expect(shapeOf(['Review Text', 'label'])).toBe(shapeOf(['label', 'review_text']));
  expect(shapeOf(['a', 'b'])).not.toBe(shapeOf(['a', 'c']));
  expect(parseColumnMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  for (const raw of [
    null,
    {},
    { columns: { input: 'a' } },
    { columns: { output: '', input: 'a' } },
  ]) {
    expect(parseColumnMapping(raw)).toBeNull();
  }
});
