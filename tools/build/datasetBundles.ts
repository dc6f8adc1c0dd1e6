import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { BundleIndex } from '../../src/core/tasks/bundleIndex.ts';
import { parseDatasetIndex, type DatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { addedFiles } from './addedFiles.ts';
import { makeTaskCards } from './taskCards.ts';

type DatasetEntry = DatasetIndex['tasks'][number];

/**
 * Adds the tasks of each cluster as one compressed file, each task by itself as another, and `bundles.json`
 * that lists them: a whole cluster in one request, a single task in few bytes; and a card of
 * each task, `cards.json`. The task files stay as they are.
 */
export const datasetBundles = (): Plugin =>
  addedFiles('mixdesk:dataset-bundles', (publicFolder) => {
    const bundles = [...makeBundles(join(publicFolder, 'datasets'))];
    const cards = JSON.stringify(makeTaskCards(publicFolder));
    return new Map<string, Uint8Array | string>([
      ...bundles.map(([name, body]) => [`datasets/${name}`, body] as const),
      ['datasets/cards.json', cards],
    ]);
  });

/** The files to be served under `datasets/`, by name. */
export function makeBundles(folder: string): ReadonlyMap<string, Uint8Array> {
  const read = (name: string): Buffer => readFileSync(join(folder, name));
  const index = parseDatasetIndex(JSON.parse(read('index.json').toString('utf8')));
  const files = new Map<string, Uint8Array>();
  const bundle = (name: string, tasks: readonly DatasetEntry[]) => {
    const file = `bundles/${name}.bundle`;
    const body = gzipSync(Buffer.concat(tasks.map((task) => read(task.file))), { level: 9 });
    files.set(file, body);
    return { file, bytes: body.length, tasks: tasks.map(({ id }) => id) };
  };
  const clusters = [...byCluster(index.tasks)].filter(([, tasks]) => tasks.length > 1);
  const bundles = [
    ...clusters.map(([cluster, tasks]) => bundle(slugOf(cluster), tasks)),
    ...index.tasks.map((task) => bundle(task.id, [task])),
  ];
  const list: BundleIndex = { bundles };
  return files.set('bundles.json', Buffer.from(JSON.stringify(list)));
}

function byCluster(tasks: readonly DatasetEntry[]): Map<string, DatasetEntry[]> {
  const clusters = new Map<string, DatasetEntry[]>();
  for (const task of tasks) {
    clusters.set(task.cluster, [...(clusters.get(task.cluster) ?? []), task]);
  }
  return clusters;
}

const slugOf = (cluster: string): string => cluster.toLowerCase().replace(/[^a-z0-9]+/g, '-');
