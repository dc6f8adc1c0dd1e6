import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { blobContent } from '../../workers/data/blobContent.ts';

const names = ['instruction', 'input', 'output'] as const;
type Row = Readonly<Record<(typeof names)[number], string>>;

/** Cells with whatever a table has to quote; a cell that is no text at all would be a row without an answer. */
const cell = fc
  .tuple(
    fc.constantFrom('a', 'é', '漢', '0'),
    fc.string({ unit: fc.constantFrom(...'ab ,;\t|"\n{}é漢<') }),
  )
  .map((parts) =>
    parts
      .join('')
      .trim()
      .replaceAll(/\s*\n\s*/g, '\n'),
  );
const rows: fc.Arbitrary<Row[]> = fc
  .uniqueArray(cell, { minLength: 4, maxLength: 12 })
  .chain((inputs) =>
    fc.tuple(
      ...inputs.map((input) =>
        fc.record({ instruction: fc.constant('Do.'), input: fc.constant(input), output: cell }),
      ),
    ),
  );

const separators = [',', ';', '\t', '|'];
const lineEnds = ['\n', '\r\n'];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const separated = (list: readonly Row[], separator: string, lineEnd: string): string =>
  [
    names.join(separator),
    ...list.map((row) => names.map((name) => quoted(row[name])).join(separator)),
  ].join(lineEnd) + lineEnd;

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16, big end first': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};

/** Every way of writing the same rows. */
function* forms(list: readonly Row[]): Generator<[string, Uint8Array]> {
  const texts: [string, string][] = [
    ['lines', list.map((row) => JSON.stringify(row)).join('\n')],
    ['lines, CRLF', `${list.map((row) => JSON.stringify(row)).join('\r\n')}\r\n`],
    ['list', JSON.stringify(list)],
    ['pretty list', JSON.stringify(list, null, 2)],
    ['pretty objects', list.map((row) => JSON.stringify(row, null, 1)).join('\n')],
    ['object', JSON.stringify({ version: 1, data: list })],
    ...separators.flatMap((separator) =>
      lineEnds.map((end): [string, string] => [
        `table ${JSON.stringify([separator, end])}`,
        separated(list, separator, end),
      ]),
    ),
    ['table with sep=', `sep=;\r\n${separated(list, ';', '\r\n')}`],
    ['table with ghost rows', `${separated(list, ',', '\n')},,\n , ,\n`],
  ];
  for (const [name, text] of texts)
    for (const [encoding, encode] of Object.entries(encodings))
      yield [`${name}, ${encoding}`, encode(text)];
  yield ['gzip', gzipSync(texts[0]![1])];
  const columnData = names.map((name) => ({ name, data: list.map((row) => row[name]) }));
  yield ['parquet', new Uint8Array(parquetWriteBuffer({ columnData }))];
}

async function read(bytes: Uint8Array): Promise<unknown> {
  const content = await blobContent(new Blob([bytes as Uint8Array<ArrayBuffer>]), 'own.data');
  const { tasks } = await readTaskFile(content, 'own.data');
  const { splits, wordings } = tasks[0]!;
  return { splits, wordings };
}

test('the same table reads alike in every encoding, with every separator, ending and line end', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (list) => {
      const [first, ...others] = [...forms(list)];
      const expected = await read(first![1]);
      for (const [name, bytes] of others)
        expect([name, await read(bytes)]).toEqual([name, expected]);
    }),
    { numRuns: 40 },
  );
});
