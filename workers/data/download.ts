import { AppError, causeOf } from '../../src/core/errors.ts';
import type { Download } from '../../src/core/protocol/index.ts';
import { Sha256, sha256 } from '../../src/core/sha256.ts';

export interface DownloadOptions {
  /** Size if known beforehand; else the server's own figure is used. */
  readonly expectedBytes?: number;
  readonly onProgress?: (download: Download) => void;
}

/**
 * The bytes behind a URL, with progress; one more attempt when the connection or the server fails.
 * @throws AppError 'download-failed' with the URL and what came instead.
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<Uint8Array> {
  try {
    return await attempt(url, options);
  } catch (error) {
    if (error instanceof AppError && !isWorthRetrying(error)) throw error;
    return attempt(url, options);
  }
}

const isWorthRetrying = ({ info }: AppError): boolean =>
  info.key === 'noAnswer' ||
  info.key === 'brokeOff' ||
  (info.key === 'httpStatus' && (info.values.status >= 500 || info.values.status === 429));

async function attempt(url: string, options: DownloadOptions): Promise<Uint8Array> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new AppError('download-failed', 'noAnswer', { url, cause: causeOf(cause) });
  });
  if (!response.ok) {
    const { status, statusText } = response;
    throw new AppError('download-failed', 'httpStatus', { url, status, statusText });
  }
  if ((response.headers.get('content-type') ?? '').includes('text/html')) {
    throw new AppError('download-failed', 'pageInstead', { url });
  }
  return readAll(url, response, options);
}

async function readAll(
  url: string,
  response: Response,
  { expectedBytes, onProgress }: DownloadOptions,
): Promise<Uint8Array> {
  const totalBytes = expectedBytes ?? Number(response.headers.get('content-length') ?? 0);
  const chunks: Uint8Array[] = [];
  let loadedBytes = 0;
  try {
    for (const reader = response.body!.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      loadedBytes += value.length;
      onProgress?.({ loadedBytes, totalBytes: Math.max(totalBytes, loadedBytes) });
    }
  } catch (cause) {
    const values = { url, bytes: loadedBytes, cause: causeOf(cause) };
    throw new AppError('download-failed', 'brokeOff', values);
  }
  return joined(chunks, loadedBytes);
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
