import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { datasetFiles } from '../../scripts/datasets/datasetFiles.ts';
import { readText } from './files.ts';

const files = [...datasetFiles()];

test.each(files)('%s is what its generator makes, byte for byte', (name, text) => {
  expect(createHash('sha256').update(readText(name)).digest('hex')).toBe(
    createHash('sha256').update(text).digest('hex'),
  );
});

test.each(files)('%s is at most 400 kB', (_, text) => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(400_000);
});

test('the index lists hash, size and counts of every file', () => {
  const { tasks } = JSON.parse(readText('index.json')) as {
    tasks: { file: string; sha256: string; bytes: number; counts: { train: number } }[];
  };
  expect(tasks).toHaveLength(files.length - 1);
  for (const { file, sha256, bytes, counts } of tasks) {
    const text = readText(file);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(text.split('"split":"train"').length - 1).toBe(counts.train);
  }
});
