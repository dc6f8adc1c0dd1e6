import { splitNamed } from '../rows/plainRow.ts';
import type { SplitName } from '../task.ts';

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

/** A path without the endings of its file. */
const withoutEndings = (path: string): string =>
  path.replace(/\.gz$/i, '').replace(/\.(?:jsonl?|ndjson|csv|tsv|tab|txt|parquet|ya?ml|py)$/i, '');

/** The split that a path names: `ag_news_train.csv`, `validation-00000-of-00001.parquet`, `data/test/1.jsonl`. */
export function splitOfPath(path: string): SplitName | undefined {
  const parts = withoutEndings(path).split(/[\\/]/);
  const named = [parts.at(-1)!, parts.at(-2) ?? ''].flatMap((part) => {
    const words = part.toLowerCase().split(/[^a-z]+/);
    return words.map(splitNamed).filter((split) => split !== undefined);
  });
  return named[0];
}

/** What a path says of its dataset, without splits and numbers of parts: `data/rte/train-0-of-2.csv` is `data_rte`. */
export function datasetOfPath(path: string): string {
  const parts = withoutEndings(path).split(/[\\/]/);
  const plain = parts.map((part) =>
    slug(part.replace(/[-_.]?\d+[-_]of[-_]\d+$/i, ''))
      .split('_')
      .filter((word) => splitNamed(word) === undefined && word !== 'data')
      .join('_'),
  );
  return plain.filter(Boolean).join('_');
}

/** Whether the file at this path is of that dataset: its path ends with the dataset's name. */
export function isOfDataset(path: string, dataset: string): boolean {
  const own = datasetOfPath(path);
  const wanted = slug(dataset);
  return wanted !== '' && (own === wanted || own.endsWith(`_${wanted}`));
}

/** The dataset of a file of prompts by its path: `super_glue__rte.yaml`, `super_glue/rte/templates.yaml`. */
export function datasetOfPrompts(path: string): string {
  const parts = withoutEndings(path).split(/[\\/]/);
  const last = slug(parts.at(-1)!).replace(/_(?:templates?|patterns?)$/, '');
  const folders = parts.slice(0, -1).map(slug);
  const isGeneral = /^(?:templates?|prompts?|patterns?)$/.test(last);
  const after = folders.lastIndexOf('templates');
  return isGeneral ? folders.slice(Math.max(after + 1, folders.length - 2)).join('_') : last;
}
