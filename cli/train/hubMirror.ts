import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, causeOf, type ErrorKey } from '../../src/core/errors.ts';
import { hubResponse, type HubWorld } from '../../src/core/hub/hubWorld.ts';
import { RemoteFile } from '../../src/core/hub/remoteFile.ts';
import { sha256 } from '../../src/core/sha256.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';
import { diskStore } from './diskStore.ts';

export interface HubMirror {
  /** Its address, on this computer alone. */
  readonly url: string;
  close(): Promise<void>;
}

export interface HubMirrorOptions {
  readonly endpoint: string;
  readonly cacheFolder: string;
  /** Sent to the hub alone. */
  readonly token: string | undefined;
}

/**
 * A hub as the browser of the command line sees it: the same paths, with files kept in a folder, connections that broke off taken up,
 * the token added, and leave for the page to read it.
 */
export async function openHubMirror(options: HubMirrorOptions): Promise<HubMirror> {
  const mirrored: Mirrored = { world: worldOf(options), files: new Map() };
  const server = createServer((request, response) => {
    answer(mirrored, request, response).catch((error: unknown) => {
      const told = error instanceof AppError ? errorInEnglish(error.info).message : causeOf(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(statusOf(error), { 'X-Error-Message': encodeURI(told) }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, close };
}

const worldOf = ({ endpoint, cacheFolder, token }: HubMirrorOptions): HubWorld => ({
  endpoint,
  fetch: async (url, headers) => {
    const signed = token === undefined ? headers : { ...headers, Authorization: `Bearer ${token}` };
    return hubResponse(await fetch(url, { headers: signed }));
  },
  store: diskStore(cacheFolder),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  mayAskIfRange: true,
  watch: () => undefined,
});

interface Mirrored {
  readonly world: HubWorld;
  /** By their paths: what is known of one is asked for once. */
  readonly files: Map<string, RemoteFile>;
}

async function answer(
  mirrored: Mirrored,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world } = mirrored;
  const path = request.url ?? '/';
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader(
    'Access-Control-Expose-Headers',
    'Content-Range, ETag, Retry-After, X-Error-Code',
  );
  const [, folder] = /^\/datasets\/([^?]+\/resolve\/[^/]+)\//.exec(path) ?? [];
  if (folder !== undefined) return sendFile(mirrored, folder, request, response);
  const upstream = await world.fetch(`${world.endpoint}${path}`, { Accept: 'application/json' });
  for (const name of ['content-type', 'retry-after', 'x-error-code']) {
    const value = upstream.header(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(upstream.status).end(await upstream.text());
}

async function sendFile(
  { world, files }: Mirrored,
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url!;
  const known = files.get(path);
  const name = sha256(new TextEncoder().encode(path)).slice(0, 16);
  const key = `${folder.replace('/resolve/', '--').replace('/', '--')}/${name}`;
  const file =
    known ?? new RemoteFile(world, { url: `${world.endpoint}${path}`, bytes: null, key });
  files.set(path, file);
  const size = await file.size();
  const [, from = '0', to = `${size - 1}`] =
    /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const [start, end] = [Number(from), Math.min(size, Number(to) + 1)];
  const bytes = new Uint8Array(await file.slice(start, end));
  const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': bytes.length };
  const range = `bytes ${start}-${end - 1}/${size}`;
  response.writeHead(206, { ...headers, 'Content-Range': range }).end(bytes);
}

/** The page words a hub's refusals itself, by their status. */
const statuses: Readonly<Partial<Record<ErrorKey, number>>> = {
  hubNotFound: 404,
  hubPrivate: 401,
  hubGated: 403,
  hubBusy: 429,
};

const statusOf = (error: unknown): number =>
  (error instanceof AppError && statuses[error.info.key]) || 502;
