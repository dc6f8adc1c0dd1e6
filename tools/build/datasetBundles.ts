import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import type { BundleIndex } from '../../src/core/tasks/bundleIndex.ts';
import { parseDatasetIndex, type DatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { makeTaskCards } from './taskCards.ts';

type DatasetEntry = DatasetIndex['tasks'][number];

const urlPrefix = 'datasets/';

/**
 * Adds the tasks of each cluster as one compressed file, each task by itself as another, and `bundles.json`
 * that lists them: a whole cluster in one request, a single task in few bytes; and a card of
 * each task, `cards.json`. The task files stay as they are.
 */
export function datasetBundles(): Plugin {
  let publicFolder = '';
  let made: ReadonlyMap<string, Uint8Array> | undefined;
  const files = (): ReadonlyMap<string, Uint8Array> => (made ??= makeFiles(publicFolder));
  return {
    name: 'mixdesk:dataset-bundles',
    configResolved: (config) => void (publicFolder = config.publicDir),
    generateBundle() {
      for (const [name, source] of files()) {
        this.emitFile({ type: 'asset', fileName: urlPrefix + name, source });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const [, name] = pathname.split(`/${urlPrefix}`);
        const isOurs = name === 'bundles.json' || name === 'cards.json';
        if (!isOurs && !name?.startsWith('bundles/')) return next();
        const body = files().get(name);
        if (!body) return next();
        response.setHeader('Content-Type', contentType(name));
        response.end(body);
      });
    },
  };
}

const makeFiles = (publicFolder: string): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ...makeBundles(join(publicFolder, 'datasets')),
    ['cards.json', Buffer.from(JSON.stringify(makeTaskCards(publicFolder)))],
  ]);

const contentType = (name: string): string =>
  name.endsWith('.json') ? 'application/json' : 'application/octet-stream';

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
