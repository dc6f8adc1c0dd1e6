import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** A repository of the local hub: its files by path, at one commit. */
export interface LocalRepo {
  readonly commit: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly card?: Readonly<Record<string, unknown>>;
  /** What the hub has converted by itself. */
  readonly converted?: { readonly commit: string; readonly files: Record<string, Uint8Array> };
}

/** Something that goes wrong with an answer; true: it has answered itself. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface LocalHub {
  readonly url: string;
  /** Every request so far: path and range. */
  readonly asked: { readonly path: string; readonly range: string | undefined }[];
  /** What goes wrong with the next answers for files, one each; then none. */
  readonly faults: Fault[];
  close(): Promise<void>;
}

/** A server of this computer that speaks a hub's paths: revisions with their files, and files by ranges. */
export async function openLocalHub(repos: Record<string, LocalRepo>): Promise<LocalHub> {
  const asked: LocalHub['asked'] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader(
      'Access-Control-Expose-Headers',
      'ETag, Content-Range, X-Error-Code, Retry-After',
    );
    asked.push({ path: pathname, range: request.headers.range });
    const [, ofApi] = /^\/api\/datasets\/([^/]+\/[^/]+)\/revision\/.+$/.exec(pathname) ?? [];
    if (ofApi)
      return revision(repos[ofApi], decodeURIComponent(pathname.split('/revision/')[1]!), response);
    const [, repo, commit, path] =
      /^\/datasets\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const all = repo ? repos[repo] : undefined;
    const files = all?.commit === commit ? all?.files : all?.converted?.files;
    const bytes = path === undefined ? undefined : files?.[decodeURIComponent(path)];
    if (!bytes) return void response.writeHead(404).end();
    const fault = faults.shift();
    if (fault?.(request, response)) return;
    sendRange(bytes, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    faults,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function revision(repo: LocalRepo | undefined, name: string, response: ServerResponse): void {
  const isConverted = name === 'refs/convert/parquet' || name === repo?.converted?.commit;
  const found = isConverted ? repo?.converted : repo;
  const isThere = isConverted || name === 'main' || name === repo?.commit;
  if (!found || !isThere)
    return void response.writeHead(404, { 'X-Error-Code': 'RevisionNotFound' }).end();
  const siblings = Object.entries(found.files).map(([rfilename, { length: size }]) => ({
    rfilename,
    size,
  }));
  const cardData = isConverted ? undefined : repo?.card;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ sha: found.commit, siblings, ...(cardData && { cardData }) }));
}

export const etagOf = (bytes: Uint8Array): string =>
  `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;

/** A file or the asked part of it, as servers give it that know ranges. */
export function sendRange(
  bytes: Uint8Array,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>> = {},
): void {
  const etag = etagOf(bytes);
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  const condition = request.headers['if-range'];
  const all = { 'Content-Type': 'application/octet-stream', ETag: etag, ...headers };
  if (from === undefined || (condition !== undefined && condition !== etag)) {
    response.writeHead(200, { ...all, 'Content-Length': bytes.length }).end(bytes);
    return;
  }
  const part = bytes.subarray(Number(from), Number(to) + 1);
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
  response
    .writeHead(206, { 'Content-Length': part.length, 'Content-Range': range, ...all })
    .end(part);
}

/** A Parquet file of texts and labels; rows of the same numbers are the same. */
export function parquetOf(from: number, count: number, rowGroupSize = 100): Uint8Array {
  const numbers = Array.from({ length: count }, (_, i) => from + i);
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        {
          name: 'text',
          data: numbers.map((n) => `number ${n} ${(n * 7919) % 1000003}`),
          type: 'STRING',
        },
        { name: 'label', data: numbers.map((n) => n % 2), type: 'INT32' },
      ],
      rowGroupSize,
      kvMetadata: [
        {
          key: 'huggingface',
          value: JSON.stringify({
            info: { features: { label: { names: ['even', 'odd'], _type: 'ClassLabel' } } },
          }),
        },
      ],
    }),
  );
}

/** Sends the first bytes of the answer and then breaks the connection. */
export const cutAfter =
  (bytes: Uint8Array, sent: number): Fault =>
  (request, response) => {
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    const part = bytes.subarray(Number(from), Number(to) + 1);
    response.writeHead(206, {
      'Content-Length': part.length,
      'Content-Range': `bytes ${from}-${to}/${bytes.length}`,
      ETag: etagOf(bytes),
    });
    response.write(part.subarray(0, sent), () => response.destroy());
    return true;
  };

export const statusFault =
  (status: number, headers: Readonly<Record<string, string>> = {}): Fault =>
  (_, response) => {
    response.writeHead(status, headers).end('{"error":"no"}');
    return true;
  };
