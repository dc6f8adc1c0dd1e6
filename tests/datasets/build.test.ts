import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { datasetFiles } from '../../scripts/datasets/datasetFiles.ts';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { readText } from './files.ts';

const files = [...datasetFiles()];
const index = parseDatasetIndex(JSON.parse(readText('index.json')));
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('every published file is what its generator makes, byte for byte', () => {
  const stale = files.filter(([name, text]) => sha256(readText(name)) !== sha256(text));
  expect(stale.map(([name]) => name)).toEqual([]);
});

test('no file is larger than 300 kB', () => {
  const large = files.filter(([, text]) => Buffer.byteLength(text) > 300_000);
  expect(large.map(([name]) => name)).toEqual([]);
});

test('the index lists hash and size of every task', () => {
  expect(index.tasks.map(({ id }) => id)).toEqual(taskSources.map(({ id }) => id));
  for (const { file, sha256: hash, bytes } of index.tasks) {
    const text = readText(file);
    expect(hash).toBe(sha256(text));
    expect(bytes).toBe(Buffer.byteLength(text));
  }
});

test('there are 70 fixed tasks in 16 clusters and 8 families, with 90,000 training examples', () => {
  const fixed = index.tasks.filter(({ family }) => !family);
  expect(fixed.length).toBeGreaterThanOrEqual(70);
  expect(new Set(fixed.map(({ cluster }) => cluster)).size).toBeGreaterThanOrEqual(16);
  expect(index.tasks.length - fixed.length).toBeGreaterThanOrEqual(8);
  const examples = index.tasks.reduce((sum, { counts }) => sum + counts.train, 0);
  expect(examples).toBeGreaterThanOrEqual(90_000);
});
