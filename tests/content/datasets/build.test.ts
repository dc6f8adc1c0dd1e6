import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawsOf } from '../../../content/datasets/allDraws.ts';
import { datasetFiles } from '../../../content/datasets/datasetFiles.ts';
import { ruleOf } from '../../../content/datasets/drawSplits.ts';
import { taskSources } from '../../../content/datasets/tasks/index.ts';
import { parseDatasetIndex } from '../../../src/core/tasks/datasetIndex.ts';
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

test('families are tested on rules that were never trained on', () => {
  for (const source of taskSources.filter(({ isFamily }) => isFamily)) {
    const { splits, exam } = drawsOf(source);
    const trained = new Set(splits.train.map(ruleOf));
    expect([...splits.test, ...exam].filter((drawn) => trained.has(ruleOf(drawn)))).toEqual([]);
  }
});
