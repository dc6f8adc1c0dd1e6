import { AppError, causeOf, type Fault } from '../../src/core/errors.ts';
import type { Download } from '../../src/core/protocol/index.ts';
import { Sha256, sha256 } from '../../src/core/sha256.ts';

/** How long a download is waited for, ms. */
export interface Patience {
  /** Without a byte, before the connection is given up. */
  readonly silenceMs: number;
  /** Before each further attempt. */
  readonly pausesMs: readonly number[];
}

const usualPatience: Patience = { silenceMs: 15_000, pausesMs: [1000, 3000] };

export interface DownloadOptions {
  /** Size if known beforehand; else the server's own figure is used. */
  readonly expectedBytes?: number;
  readonly onProgress?: (download: Download) => void;
  readonly patience?: Patience;
}

/** What has come of a file so far. */
interface Arrived {
  chunks: Uint8Array[];
  bytes: number;
  /** Of the very file, where the server names it and can go on within it. */
  etag: string | null;
}

/**
 * The bytes behind a URL, with progress. Where connection or server fails, or nothing comes for long, it is tried again, and
 * goes on where it broke off if the server can.
 * @throws AppError 'download-failed' with the URL and what came instead.
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<Uint8Array> {
  const { pausesMs } = options.patience ?? usualPatience;
  const arrived: Arrived = { chunks: [], bytes: 0, etag: null };
  for (let tries = 0; ; tries++) {
    try {
      await attempt(url, arrived, options);
      return joined(arrived.chunks, arrived.bytes);
    } catch (error) {
      const isWorthIt = error instanceof AppError && isWorthRetrying(error);
      if (!isWorthIt || tries === pausesMs.length) throw error;
      await new Promise((resolve) => setTimeout(resolve, pausesMs[tries]));
    }
  }
}

const isWorthRetrying = ({ info }: AppError): boolean =>
  info.key === 'noAnswer' ||
  info.key === 'silent' ||
  info.key === 'brokeOff' ||
  (info.key === 'httpStatus' && (info.values.status >= 500 || info.values.status === 429));

async function attempt(url: string, arrived: Arrived, options: DownloadOptions): Promise<void> {
  const { silenceMs } = options.patience ?? usualPatience;
  const hearing = new Hearing(silenceMs);
  try {
    const response = await fetch(url, { signal: hearing.signal, headers: rangeOf(arrived) });
    checkResponse(url, response);
    await readAll(response, arrived, { ...options, onBytes: () => hearing.heard() });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('download-failed', ...faultOf(url, arrived, hearing, cause));
  } finally {
    hearing.end();
  }
}

/** Aborts when nothing was heard for long. */
class Hearing {
  readonly #controller = new AbortController();
  readonly seconds: number;
  #timer: ReturnType<typeof setTimeout>;

  constructor(silenceMs: number) {
    this.seconds = silenceMs / 1000;
    this.#timer = this.#wait();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  heard(): void {
    this.end();
    this.#timer = this.#wait();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#controller.abort(), this.seconds * 1000);
  }
}

function faultOf(
  url: string,
  { bytes }: Arrived,
  { signal, seconds }: Hearing,
  thrown: unknown,
): Fault {
  const cause = causeOf(thrown);
  if (signal.aborted) return ['silent', { url, bytes, seconds }];
  return bytes > 0 ? ['brokeOff', { url, bytes, cause }] : ['noAnswer', { url, cause }];
}

/** From where it broke off, as long as it is the same file still. */
const rangeOf = ({ bytes, etag }: Arrived): Record<string, string> =>
  bytes > 0 && etag !== null ? { Range: `bytes=${bytes}-`, 'If-Range': etag } : {};

function checkResponse(url: string, { ok, status, statusText, headers }: Response): void {
  if (!ok) throw new AppError('download-failed', 'httpStatus', { url, status, statusText });
  if ((headers.get('content-type') ?? '').includes('text/html')) {
    throw new AppError('download-failed', 'pageInstead', { url });
  }
}

async function readAll(
  response: Response,
  arrived: Arrived,
  { expectedBytes, onProgress, onBytes }: DownloadOptions & { readonly onBytes: () => void },
): Promise<void> {
  if (response.status !== 206) begin(arrived, response);
  const totalBytes =
    expectedBytes ?? arrived.bytes + Number(response.headers.get('content-length') ?? 0);
  for (const reader = response.body!.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    onBytes();
    arrived.chunks.push(value);
    arrived.bytes += value.length;
    onProgress?.({ loadedBytes: arrived.bytes, totalBytes: Math.max(totalBytes, arrived.bytes) });
  }
}

/** The whole file comes. What is packed on its way is counted unpacked, so that no range of it can be asked for. */
function begin(arrived: Arrived, { headers }: Response): void {
  const etag = headers.get('etag');
  const canGoOn = etag !== null && !etag.startsWith('W/') && !headers.has('content-encoding');
  Object.assign(arrived, { chunks: [], bytes: 0, etag: canGoOn ? etag : null });
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** @throws AppError 'download-failed' if the bytes are not those that the index promises. */
export async function checkSha256(url: string, bytes: Uint8Array, wanted: string): Promise<void> {
  const got = await digestOf(bytes);
  if (got === wanted.toLowerCase()) return;
  throw new AppError('download-failed', 'wrongHash', { url, got, wanted });
}

/** The browser's own SHA-256, ten times as fast as ours, where the address is secure. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  if (!('subtle' in crypto)) return sha256(bytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Blobs up to this size are hashed by the browser, which wants them in memory as a whole. */
const maxBytesAtOnce = 16 * 1024 * 1024;

/** SHA-256 of a file in lower-case hex, of a large one piece by piece. */
export async function digestOfBlob(blob: Blob): Promise<string> {
  if (blob.size <= maxBytesAtOnce) return digestOf(new Uint8Array(await blob.arrayBuffer()));
  const digest = new Sha256();
  for (let at = 0; at < blob.size; at += maxBytesAtOnce) {
    digest.add(new Uint8Array(await blob.slice(at, at + maxBytesAtOnce).arrayBuffer()));
  }
  return digest.hex();
}

/** JSON of a downloaded file. */
export function parseDownloadedJson(url: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError('download-failed', 'downloadNoJson', { url, cause: causeOf(cause) });
  }
}
