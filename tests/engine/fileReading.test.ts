import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ReadProgress } from '../../src/core/protocol/index.ts';
import { readTaskFile } from '../../src/core/tasks/readTaskFile.ts';
import { blobContent } from '../../workers/data/blobContent.ts';
import { digestOf, digestOfBlob } from '../../workers/data/download.ts';
import { FileReading } from '../../workers/data/fileReading.ts';
import { rethrowInWords } from '../inWords.ts';

const line = (i: number): string =>
  JSON.stringify({
    instruction: 'Repeat.',
    input: `number ${i} ${'x'.repeat(900)}`,
    output: `${i}`,
  });
const lines = (count: number): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

function read(file: Blob, tell: (progress: ReadProgress, reading: FileReading) => void) {
  const reading: FileReading = new FileReading('big.jsonl', file.size, (at) => tell(at, reading));
  return blobContent(file, 'big.jsonl', reading.bytes).then((content) =>
    readTaskFile(content, 'big.jsonl', undefined, { watch: reading.rows }),
  );
}

test('a file that takes longer tells how far it is, with its first rows, packed or not', async () => {
  const text = lines(30_000);
  for (const file of [new Blob([text]), new Blob([gzipSync(text)])]) {
    const told: ReadProgress[] = [];
    const { report } = await read(file, (progress) => void told.push(progress));
    expect(report.rows).toBe(30_000);
    const [first, ...more] = told;
    expect(first?.totalBytes).toBe(file.size);
    expect(first?.first).toHaveLength(3);
    expect(first?.first[1]?.question).toMatch(/^Repeat\. · number 1 x/);
    let before = first!;
    for (const next of more) {
      expect(next.readBytes).toBeGreaterThanOrEqual(before.readBytes);
      expect(next.readBytes).toBeLessThanOrEqual(file.size);
      expect(next.rows).toBeGreaterThanOrEqual(before.rows);
      before = next;
    }
  }
});

test('a reading that is stopped ends at once and gives nothing', async () => {
  const file = new Blob([lines(60_000)]);
  const told: ReadProgress[] = [];
  const reading = read(file, (progress, one) => {
    told.push(progress);
    one.stop();
  });
  await expect(reading.catch(rethrowInWords)).rejects.toThrow(
    /big\.jsonl was not added: its reading was stopped/,
  );
  expect(told).toHaveLength(1);
  expect(told[0]!.readBytes).toBeLessThan(file.size);
});

test('a bomb is refused long before it has gone off', async () => {
  const bomb = new Blob([gzipSync(Buffer.alloc(300 * 1024 * 1024, ' '))]);
  expect(bomb.size).toBeLessThan(400_000);
  const content = await blobContent(bomb, 'bomb.gz');
  const unpacking = async (): Promise<void> => {
    for await (const piece of content.pieces()) expect(piece.length).toBeLessThan(1e7);
  };
  await expect(unpacking().catch(rethrowInWords)).rejects.toThrow(
    /bomb\.gz has 210 MB; at most 210 MB/,
  );
});

test('a large file is hashed piece by piece', async () => {
  const bytes = new Uint8Array(17 * 1024 * 1024).map((_, i) => i % 251);
  expect(await digestOfBlob(new Blob([bytes]))).toBe(await digestOf(bytes));
});

test('Parquet is read group by group, and its labels by their names', async () => {
  const count = 5000;
  const column = <T>(make: (i: number) => T): T[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const features = { label: { names: ['no', 'yes'], _type: 'ClassLabel' } };
  const packed = parquetWriteBuffer({
    columnData: [
      { name: 'text', data: column((i) => `text ${i}`), type: 'STRING' },
      { name: 'label', data: column((i) => (i === 7 ? -1 : i % 2)), type: 'INT32' },
    ],
    rowGroupSize: 1000,
    kvMetadata: [{ key: 'huggingface', value: JSON.stringify({ info: { features } }) }],
  });
  const file = new Blob([packed]);
  const { tasks, report } = await read(file, () => undefined);
  expect(report).toMatchObject({
    format: 'parquet',
    rows: count,
    leftOut: [{ reason: 'noOutput', count: 1, first: { unit: 'row', at: 8 } }],
  });
  const { train, validation, test: held } = tasks[0]!.splits;
  const all = [...train, ...validation, ...held];
  expect(all).toHaveLength(count - 1);
  for (const { input, outputs } of all) {
    const isOdd = Number(input.slice(5)) % 2 === 1;
    expect(outputs).toEqual([isOdd ? 'yes' : 'no']);
  }
});
