import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSha256, download, parseDownloadedJson } from '../../workers/data/download.ts';
import { toldOfThrown } from '../../cli/told.ts';

let site = '';
let nRequests = 0;
let ranges: string[] = [];
/** What a test waits for. */
const patience = { silenceMs: 150, pausesMs: [10, 10] };
const answers: Record<string, (response: ServerResponse, range?: string) => unknown> = {
  '/good.json': (response) => response.end('{"a":1}'),
  '/page.json': (response) => response.setHeader('Content-Type', 'text/html').end('<html>'),
  '/missing.json': (response) => response.writeHead(404).end(),
  '/weak.json': (response) => response.writeHead(nRequests === 1 ? 503 : 200).end('[]'),
  '/down.json': (response) => response.writeHead(500).end(),
  '/silent.json': () => undefined,
  '/half.json': (response, range) => {
    const headers = { ETag: '"one"', 'Content-Length': range ? 4 : 7 };
    if (range) return response.writeHead(206, headers).end('":1}');
    return response.writeHead(200, headers).write('{"a');
  },
  '/changed.json': (response) => {
    if (nRequests > 1) return response.writeHead(200, { ETag: '"two"' }).end('[1,2]');
    return response.writeHead(200, { ETag: '"one"', 'Content-Length': 9 }).write('[3,');
  },
};
const server = createServer((request, response) => {
  nRequests++;
  ranges.push(request.headers.range ?? '');
  answers[request.url ?? '']?.(response, request.headers.range);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function outcome(path: string): Promise<string> {
  nRequests = 0;
  ranges = [];
  return download(site + path, { patience }).then(
    (bytes) => new TextDecoder().decode(bytes),
    toldOfThrown,
  );
}

describe('a download', () => {
  it('gives the bytes and tells how far it is', async () => {
    const seen: number[] = [];
    const onProgress = ({ loadedBytes, totalBytes }: { loadedBytes: number; totalBytes: number }) =>
      seen.push(loadedBytes / totalBytes);
    const bytes = await download(`${site}/good.json`, { expectedBytes: 7, onProgress });
    expect(parseDownloadedJson('good.json', bytes)).toEqual({ a: 1 });
    expect(seen.at(-1)).toBe(1);
  });

  it('names the status of a missing file, and asks once only', async () => {
    expect(await outcome('/missing.json')).toContain('HTTP 404');
    expect(nRequests).toBe(1);
  });

  it('recognises a page in place of the file', async () => {
    expect(await outcome('/page.json')).toContain('HTML page');
  });

  it('tries again when the server stumbles', async () => {
    expect(await outcome('/weak.json')).toBe('[]');
    expect(await outcome('/down.json')).toContain('HTTP 500');
    expect(nRequests).toBe(3);
  });

  it('waits for no answer for ever', async () => {
    expect(await outcome('/silent.json')).toContain('nothing came for 0.15 seconds');
    expect(nRequests).toBe(3);
  });

  it('goes on where it stopped, or from the start where the file is another by then', async () => {
    expect(await outcome('/half.json')).toBe('{"a":1}');
    expect(ranges).toEqual(['', 'bytes=3-']);
    expect(await outcome('/changed.json')).toBe('[1,2]');
    expect(ranges).toEqual(['', 'bytes=3-']);
  });

  it('refuses other bytes than the index promises', async () => {
    const bytes = new TextEncoder().encode('abc');
    const right = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    await checkSha256('x', bytes, right);
    const refused = checkSha256('x', bytes, right.replace('b', 'c')).catch(toldOfThrown);
    expect(await refused).toContain('damaged');
  });
});
