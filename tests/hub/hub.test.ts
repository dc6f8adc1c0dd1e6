import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDataset } from '../../src/core/hub/findDataset.ts';
import { hubNameText, parseHubName } from '../../src/core/hub/hubName.ts';
import { type HubWorld, hubResponse } from '../../src/core/hub/hubWorld.ts';
import { memoryStore } from '../../src/core/hub/memoryStore.ts';
import { partsOf } from '../../src/core/hub/parquetPaths.ts';
import { type ReadDataset, readHubDataset } from '../../src/core/hub/readHubDataset.ts';
import { RemoteFile } from '../../src/core/hub/remoteFile.ts';
import { rethrowInWords } from '../inWords.ts';
import {
  cutAfter,
  type LocalHub,
  openLocalHub,
  parquetOf,
  sendRange,
  statusFault,
} from './localHub.ts';

const train = parquetOf(0, 1000);
const files = {
  'README.md': new TextEncoder().encode('# Parity'),
  'data/train-00000-of-00001.parquet': train,
  'data/test-00000-of-00001.parquet': parquetOf(1000, 200),
};
const big = new Uint8Array(3_000_000).map((_, i) => (i * 31) % 251);
const commit = 'a'.repeat(40);
const converted = 'b'.repeat(40);

let hub: LocalHub;
let waits: number[];
let store: ReturnType<typeof memoryStore>;

beforeEach(async () => {
  hub = await openLocalHub({
    'maths/parity': { commit, files, card: { license: 'cc-by-4.0' } },
    'maths/parts': {
      commit,
      files: { 'small/train.parquet': train, 'large/train.parquet': train },
    },
    'maths/lines': {
      commit,
      files: { 'train.jsonl': new Uint8Array(9) },
      card: { license: ['mit', 'other'] },
      converted: { commit: converted, files: { 'default/train/0000.parquet': train } },
    },
    'maths/none': { commit, files: { 'train.bin': new Uint8Array(9) } },
    'maths/broken': { commit, files: { 'train.parquet': new Uint8Array(5000).fill(7) } },
    'maths/big': { commit, files: { 'train.parquet': big } },
  });
  waits = [];
  store = memoryStore();
});
afterEach(() => hub.close());

const world = (more: Partial<HubWorld> = {}): HubWorld => ({
  endpoint: hub.url,
  fetch: async (url, headers) => hubResponse(await fetch(url, { headers })),
  store,
  wait: (ms) => Promise.resolve(void waits.push(ms)),
  mayAskIfRange: true,
  watch: () => undefined,
  ...more,
});

async function load(
  text: string,
  more?: Partial<HubWorld>,
): Promise<ReadDataset & { pinned: string; licence: string }> {
  const name = parseHubName(text)!;
  const dataset = await findDataset(world(more), name);
  const read = await readHubDataset(world(more), dataset, {
    rows: () => undefined,
    expect: () => undefined,
  });
  return { ...read, pinned: hubNameText(dataset.name), licence: dataset.licence };
}
const refused = (text: string, more?: Partial<HubWorld>) =>
  expect(load(text, more).catch(rethrowInWords)).rejects;
const bigFile = (): RemoteFile =>
  new RemoteFile(world(), {
    url: `${hub.url}/datasets/maths/big/resolve/${commit}/train.parquet`,
    bytes: big.length,
    key: 'maths/big',
  });

test('names are read back as they were written, and what is none is refused', () => {
  const word = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/);
  fc.assert(
    fc.property(
      word,
      word,
      fc.option(word),
      fc.option(word),
      fc.option(word),
      (owner, name, revision, config, split) => {
        const one = {
          repo: `${owner}/${name}`,
          revision,
          config,
          split: config === null ? null : split,
        };
        expect(parseHubName(hubNameText(one))).toEqual(one);
      },
    ),
  );
  expect(parseHubName('https://huggingface.co/datasets/a/b')?.repo).toBe('a/b');
  expect(parseHubName('a/b@refs/pr/1:c/d')).toEqual({
    repo: 'a/b',
    revision: 'refs/pr/1',
    config: 'c',
    split: 'd',
  });
  for (const odd of ['a', 'a/b/c', '../b', 'a/b@', 'a/b:c/d/e', 'a b/c', '', 'a/b@../x'])
    expect([odd, parseHubName(odd)]).toEqual([odd, null]);
});

test('files belong to the parts that the card says, else to those of their names', () => {
  const parts = (paths: string[], configs?: unknown) =>
    [...partsOf(paths, configs).values()].map(({ config, split }) => `${config}/${split}`);
  expect(parts(['data/train-00000-of-00002.parquet', 'validation.parquet'])).toEqual([
    'default/train',
    'default/validation',
  ]);
  expect(parts(['sst2/train/0000.parquet', 'cola/partial-test/0001.parquet'])).toEqual([
    'sst2/train',
    'cola/test',
  ]);
  const configs = [
    { config_name: 'en', data_files: [{ split: 'train', path: 'en/*.parquet' }] },
    { config_name: 'fr', data_files: 'fr/**' },
  ];
  expect(parts(['en/a.parquet', 'en/x/b.parquet', 'fr/x/c.parquet'], configs)).toEqual([
    'en/train',
    'fr/train',
  ]);
});

test('a dataset comes with its splits, labels by name, commit and licence', async () => {
  const { tasks, report, pinned, licence, sha256 } = await load('maths/parity');
  expect(pinned).toBe(`maths/parity@${commit}:default`);
  expect(licence).toBe('cc-by-4.0');
  const [task] = tasks;
  expect(task).toMatchObject({ id: 'parity', licence: 'cc-by-4.0', origin: pinned });
  expect(task!.splits.test).toHaveLength(200);
  expect(task!.splits.train.length + task!.splits.validation.length).toBe(1000);
  expect(report).toMatchObject({ format: 'parquet', rows: 1200, splitRule: 'named' });
  expect(new Set(task!.splits.test.flatMap(({ outputs }) => outputs))).toEqual(
    new Set(['even', 'odd']),
  );
  const again = await load(pinned);
  expect(again.sha256).toBe(sha256);
  expect(again.tasks).toEqual(tasks);
});

test('a dataset that is no Parquet is read as the hub has converted it, and its name says that commit', async () => {
  const { pinned, licence, tasks } = await load('maths/lines');
  expect(pinned).toBe(`maths/lines@${converted}:default`);
  expect(licence).toBe('mit, other');
  const again = await load(pinned);
  expect(again.licence).toBe('mit, other');
  expect(again.tasks).toEqual(tasks);
});

test('what cannot be had is told in words', async () => {
  await refused('maths/parts').toThrow(/several parts: large, small/);
  expect((await load('maths/parts:small')).report.rows).toBe(1000);
  await refused('maths/parts:small/test').toThrow(/several parts: small\/train/);
  await refused('maths/nobody').toThrow(/not found/);
  await refused('maths/parity@v9').toThrow(/not found/);
  await refused('maths/none').toThrow(/no Parquet files, but train\.bin/);
  await refused('maths/broken').toThrow(/Parquet/);
  await refused('maths/parity', { endpoint: 'http://127.0.0.1:1' }).toThrow(/no answer/);
});

test.each([
  [statusFault(401), /not there, or not for everybody/],
  [statusFault(403, { 'X-Error-Code': 'GatedRepo' }), /agree to its terms/],
  [statusFault(404), /not found/],
  [statusFault(429, { 'Retry-After': '120' }), /too many requests/],
  [statusFault(200, { 'Content-Type': 'text/html' }), /a page came instead/],
])('refusal %#: is told and not asked for again', async (fault, words) => {
  hub.faults.push(fault);
  await refused('maths/parity').toThrow(words);
  expect(waits).toEqual([]);
});

test('too many requests and a server that stumbles are waited for', async () => {
  hub.faults.push(statusFault(429, { 'Retry-After': '7' }), statusFault(503));
  expect((await load('maths/parity')).report.rows).toBe(1200);
  expect(waits).toEqual([7000, 2000]);
});

test('a connection that is cut is taken up where it ended, also on the next visit', async () => {
  hub.faults.push(cutAfter(big, 1_200_000));
  expect(Buffer.compare(Buffer.from(await bigFile().slice(0, big.length)), big)).toBe(0);
  expect(hub.asked.map(({ range }) => range)).toHaveLength(2);
  const [, second] = hub.asked;
  const from = Number(/bytes=(\d+)-/.exec(second!.range!)![1]);
  expect(from).toBeGreaterThan(0);
  expect(from).toBeLessThanOrEqual(1_200_000);

  store = memoryStore();
  hub.asked.length = 0;
  hub.faults.push(...Array.from({ length: 9 }, () => cutAfter(big, 0)));
  hub.faults[0] = cutAfter(big, 1_200_000);
  await expect(bigFile().slice(0, big.length).catch(rethrowInWords)).rejects.toThrow(
    /broke off again and again/,
  );
  hub.faults.length = 0;
  hub.asked.length = 0;
  expect(Buffer.compare(Buffer.from(await bigFile().slice(0, big.length)), big)).toBe(0);
  expect(hub.asked[0]!.range).not.toMatch(/^bytes=0-/);
});

test('wherever it is cut, the bytes are those of the file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 2_999_999 }), { maxLength: 3 }),
      async (cuts) => {
        store = memoryStore();
        hub.faults.push(...cuts.map((sent) => cutAfter(big, sent)));
        expect(Buffer.compare(Buffer.from(await bigFile().slice(0, big.length)), big)).toBe(0);
        hub.faults.length = 0;
      },
    ),
    { numRuns: 10 },
  );
});

test('what was kept of another file is thrown away', async () => {
  const other = big.map((byte) => 255 - byte);
  hub.faults.push(
    cutAfter(other, 1_200_000),
    ...Array.from({ length: 4 }, () => cutAfter(other, 0)),
  );
  await expect(bigFile().slice(0, big.length)).rejects.toThrow();
  await expect(bigFile().slice(0, big.length).catch(rethrowInWords)).rejects.toThrow(
    /changed while it was fetched/,
  );
  expect(Buffer.compare(Buffer.from(await bigFile().slice(0, big.length)), big)).toBe(0);
});

test('a server with another length, or one that does not know ranges', async () => {
  hub.faults.push((request, response) => {
    sendRange(big, request, response, { 'Content-Range': 'bytes 0-2999999/4000000' });
    return true;
  });
  await expect(bigFile().slice(0, big.length).catch(rethrowInWords)).rejects.toThrow(
    /4000000 bytes where 3000000/,
  );
  hub.faults.push((request, response) => {
    delete request.headers.range;
    sendRange(big, request, response);
    return true;
  });
  expect(Buffer.compare(Buffer.from(await bigFile().slice(500, 900)), big.slice(500, 900))).toBe(0);
});

test('of a large dataset no more is fetched than is used, and it is spread over all of it', async () => {
  const many = parquetOf(0, 400_000, 4000);
  await hub.close();
  hub = await openLocalHub({ 'maths/many': { commit, files: { 'train.parquet': many } } });
  let bytes = 0;
  const { report, tasks } = await load('maths/many', { watch: (n) => void (bytes += n) });
  expect(report.rows).toBe(160_000);
  expect(bytes).toBeLessThan(0.6 * many.length);
  const numbers = tasks[0]!.splits.test.map(({ input }) => Number(input.split(' ')[1]));
  for (const quarter of [0, 1, 2, 3]) {
    expect(numbers.filter((n) => Math.floor(n / 100_000) === quarter).length).toBeGreaterThan(
      numbers.length / 10,
    );
  }
});
