import { expect, test } from 'vitest';
import { fileUnits } from '../../src/core/tasks/fileUnits.ts';
import { datasetOfPath, splitOfPath } from '../../src/core/tasks/prompts/datasetPath.ts';

const units = (...paths: string[]): (readonly [string, ...string[]])[] =>
  fileUnits(paths.map((fileName) => ({ fileName }))).map(({ main, beside }) => [
    main.fileName,
    ...beside.map(({ fileName }) => fileName),
  ]);

test.each([
  [
    'named after the dataset',
    ['ag.yaml', 'a.csv', 'ag.jsonl'],
    [['ag.yaml', 'ag.jsonl'], ['a.csv']],
  ],
  [
    'splits and shards',
    ['p/ag.yaml', 'r/ag_train.jsonl.gz', 'r/ag-test-00000-of-00002.parquet', 'r/bag.jsonl'],
    [['p/ag.yaml', 'r/ag_train.jsonl.gz', 'r/ag-test-00000-of-00002.parquet'], ['r/bag.jsonl']],
  ],
  [
    "the collection's own folders",
    [
      'templates/glue/rte/templates.yaml',
      'templates/xsum/templates.yaml',
      'glue/rte/train.csv',
      'xsum/train.csv',
    ],
    [
      ['templates/glue/rte/templates.yaml', 'glue/rte/train.csv'],
      ['templates/xsum/templates.yaml', 'xsum/train.csv'],
    ],
  ],
  ['the only rows there', ['a/ag.yaml', 'b/mine.json'], [['a/ag.yaml', 'b/mine.json']]],
  [
    'those of its folder',
    ['a/ag.yaml', 'a/x.csv', 'b/y.csv'],
    [['a/ag.yaml', 'a/x.csv'], ['b/y.csv']],
  ],
  ['none for two of a folder', ['a.yaml', 'b.yaml', 'x.csv'], [['a.yaml'], ['b.yaml'], ['x.csv']]],
  ['no prompts', ['a.jsonl', 'b.csv', 'c.json'], [['a.jsonl'], ['b.csv'], ['c.json']]],
])('prompts are read with rows: %s', (_, paths, expected) => {
  expect(units(...paths)).toEqual(expected);
});

test.each([
  ['super_glue/rte/validation-00000-of-00001.parquet', 'super_glue_rte', 'validation'],
  ['ag_news_train.jsonl', 'ag_news', 'train'],
  ['data/test/1.csv', '1', 'test'],
  ['latest_news.csv', 'latest_news', undefined],
])('%s is of %s, split %s', (path, dataset, split) => {
  expect([datasetOfPath(path), splitOfPath(path)]).toEqual([dataset, split]);
});
