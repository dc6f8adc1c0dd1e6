import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BundleSource } from '../../src/core/protocol/index.ts';
import { parseBundleIndex } from '../../src/core/tasks/bundleIndex.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { makeBundles } from '../../tools/build/datasetBundles.ts';
import { shippedLists as lists } from '../../workers/lists/lists.ts';
import { loadBundle } from '../../workers/data/loadBundle.ts';
import { told } from '../../cli/told.ts';

const folder = 'public/datasets';
const files = makeBundles(folder);
const { bundles } = parseBundleIndex(
  JSON.parse(new TextDecoder().decode(files.get('bundles.json'))),
);
const { tasks } = parseDatasetIndex(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')));

let site = '';
const server = createServer((request, response) => {
  response.end(files.get((request.url ?? '').slice(1)));
});
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

const sourceOf = ({ file, bytes, tasks: ids }: (typeof bundles)[number]): BundleSource => ({
  url: site + file,
  bytes,
  tasks: ids.map((id) => {
    const task = tasks.find((one) => one.id === id)!;
    return { kind: 'builtIn', url: site + task.file, sha256: task.sha256, bytes: task.bytes };
  }),
});

const clusters = bundles.filter((bundle) => bundle.tasks.length > 1);
const singles = bundles.filter((bundle) => bundle.tasks.length === 1);
const ids = tasks.map(({ id }) => id);

test('every task is in one bundle with its cluster and in one by itself', () => {
  const clusterOf = new Map(tasks.map(({ id, cluster }) => [id, cluster]));
  for (const list of [clusters, singles]) {
    expect(list.flatMap((bundle) => bundle.tasks).sort()).toEqual([...ids].sort());
  }
  for (const bundle of bundles) {
    expect(new Set(bundle.tasks.map((id) => clusterOf.get(id))).size).toBe(1);
    expect(files.get(bundle.file)).toHaveLength(bundle.bytes);
  }
});

test('less than a fifth of the bytes travels, and of a single task less than a third', () => {
  const travelling = clusters.reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = tasks.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(travelling).toBeLessThan(whole / 5);
  for (const {
    tasks: [id],
    bytes,
  } of singles) {
    expect(bytes, id).toBeLessThan(tasks.find((task) => task.id === id)!.bytes / 3);
  }
});

test('a bundle gives its tasks as their files hold them', async () => {
  const results = await loadBundle(sourceOf(bundles[0]!), lists, () => undefined);
  expect(results.map((result) => result.ok && result.value.id)).toEqual(bundles[0]!.tasks);
});

test('a task that is not what the index promises is named, and the others come', async () => {
  const source = sourceOf(bundles[0]!);
  const [first, ...rest] = source.tasks;
  const changed = [{ ...first!, sha256: '0'.repeat(64) }, ...rest];
  const results = await loadBundle({ ...source, tasks: changed }, lists, () => undefined);
  expect(results.map(({ ok }) => ok)).toEqual([false, ...rest.map(() => true)]);
  const [result] = results;
  expect(result && !result.ok && told(result.error)).toContain(first!.url);
});
