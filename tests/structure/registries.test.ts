import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelNames, modelSizes } from '../../src/core/models.ts';
import { metrics } from '../../src/core/metrics/index.ts';
import { readSafetensors } from '../../src/core/formats/safetensors.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { projectRoot } from './projectFiles.ts';

test('every metric has its own name and its words on the page', () => {
  const names = metrics.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(Object.keys(en.metrics).sort()).toEqual(names.sort());
});

test('every built-in task has its file and every file its task', () => {
  const folder = join(projectRoot, 'public', 'datasets');
  const index = parseDatasetIndex(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')));
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.json') && name !== 'index.json',
  );
  expect(index.tasks.map(({ file }) => file).sort()).toEqual(files.sort());
  expect(new Set(index.tasks.map(({ id }) => id)).size).toBe(index.tasks.length);
});

test.each(modelNames)('the base model %s has its three files and its card', (name) => {
  const files = ['config.json', 'model.safetensors', 'tokenizer.json'];
  const wanted = [
    ...files.map((file) => `public/models/${name}/${file}`),
    `docs/models/${name}.md`,
  ];
  expect(wanted.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
});

test.each(modelNames)('the size of %s, which defaults go by, is that of its file', (name) => {
  const file = readFileSync(join(projectRoot, 'public', 'models', name, 'model.safetensors'));
  const tensors = [...readSafetensors(new Uint8Array(file)).values()];
  const nParams = tensors.reduce((sum, { data }) => sum + data.length, 0);
  expect(modelSizes[name].nParams).toBe(nParams);
});
