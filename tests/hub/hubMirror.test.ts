import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHubMirror, type HubMirror } from '../../cli/train/hubMirror.ts';
import { findDataset } from '../../src/core/hub/findDataset.ts';
import { parseHubName } from '../../src/core/hub/hubName.ts';
import { hubResponse, type HubWorld } from '../../src/core/hub/hubWorld.ts';
import { memoryStore } from '../../src/core/hub/memoryStore.ts';
import { readHubDataset } from '../../src/core/hub/readHubDataset.ts';
import { rethrowInWords } from '../inWords.ts';
import { cutAfter, type LocalHub, openLocalHub, parquetOf, statusFault } from './localHub.ts';

const commit = 'c'.repeat(40);
const train = parquetOf(0, 3000);
let hub: LocalHub;
let mirror: HubMirror;
let cacheFolder: string;

beforeEach(async () => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'mixdesk-hub-'));
  hub = await openLocalHub({ 'maths/parity': { commit, files: { 'train.parquet': train } } });
  mirror = await openHubMirror({ endpoint: hub.url, cacheFolder, token: 'secret' });
});
afterEach(async () => {
  await mirror.close();
  await hub.close();
  rmSync(cacheFolder, { recursive: true });
});

/** As the page of the command line reads through the mirror, with nothing kept of its own. */
async function load(name: string) {
  const world: HubWorld = {
    endpoint: mirror.url,
    fetch: async (url, headers) => hubResponse(await fetch(url, { headers })),
    store: memoryStore(),
    wait: () => Promise.resolve(),
    mayAskIfRange: false,
    watch: () => undefined,
  };
  const dataset = await findDataset(world, parseHubName(name)!);
  const watch = { rows: () => undefined, expect: () => undefined };
  return readHubDataset(world, dataset, watch);
}

test('what has come once is not fetched again, and a cut connection is taken up', async () => {
  hub.faults.push(cutAfter(train, 5000), cutAfter(train, 300));
  const first = await load('maths/parity');
  expect(first.report.rows).toBe(3000);
  expect(readdirSync(cacheFolder)).toEqual([`maths--parity--${commit}`]);

  const fetched = (): number => hub.asked.filter(({ path }) => path.includes('/resolve/')).length;
  const before = fetched();
  expect((await load('maths/parity')).tasks).toEqual(first.tasks);
  expect(fetched()).toBe(before);
});

test('the token goes to the hub, and the page hears why it is refused', async () => {
  const seen: (string | undefined)[] = [];
  hub.faults.push((request) => {
    seen.push(request.headers.authorization);
    return false;
  });
  await load('maths/parity');
  expect(seen).toEqual(['Bearer secret']);
  rmSync(join(cacheFolder, `maths--parity--${commit}`), { recursive: true });
  await mirror.close();
  mirror = await openHubMirror({ endpoint: hub.url, cacheFolder, token: undefined });
  hub.faults.push(statusFault(403, { 'X-Error-Code': 'GatedRepo' }));
  await expect(load('maths/parity').catch(rethrowInWords)).rejects.toThrow(/agree to its terms/);
  await expect(load('maths/nobody').catch(rethrowInWords)).rejects.toThrow(/not found/);
});
