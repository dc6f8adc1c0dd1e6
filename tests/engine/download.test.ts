import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSha256, download, parseDownloadedJson } from '../../workers/data/download.ts';
import { toldOfThrown } from '../../cli/told.ts';

let site = '';
let nRequests = 0;
const answers: Record<string, (response: ServerResponse) => void> = {
  '/good.json': (response) => response.end('{"a":1}'),
  '/page.json': (response) => response.setHeader('Content-Type', 'text/html').end('<html>'),
  '/missing.json': (response) => response.writeHead(404).end(),
  '/weak.json': (response) => response.writeHead(nRequests === 1 ? 503 : 200).end('[]'),
  '/down.json': (response) => response.writeHead(500).end(),
};
const server = createServer((request, response) => {
  nRequests++;
  answers[request.url ?? '']?.(response);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

async function outcome(path: string): Promise<string> {
  nRequests = 0;
  return download(site + path).then((bytes) => new TextDecoder().decode(bytes), toldOfThrown);
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

  it('tries once more when the server stumbles', async () => {
    expect(await outcome('/weak.json')).toBe('[]');
    expect(await outcome('/down.json')).toContain('HTTP 500');
    expect(nRequests).toBe(2);
  });

  it('refuses other bytes than the index promises', async () => {
    const bytes = new TextEncoder().encode('abc');
    const right = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    await checkSha256('x', bytes, right);
    const refused = checkSha256('x', bytes, right.replace('b', 'c')).catch(toldOfThrown);
    expect(await refused).toContain('damaged');
  });
});
