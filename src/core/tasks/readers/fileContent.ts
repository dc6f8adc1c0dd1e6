import { checkSize, maxBytesInMemory } from '../fileLimits.ts';
import { decoded, textEncodingOf, type TextEncoding } from '../textEncoding.ts';
import type { FileContent, FileHead } from './reader.ts';

const headBytes = 65_536;

/** Bytes that can be read again from the beginning. */
export interface ByteSource {
  readonly bytes: number;
  stream(): AsyncIterable<Uint8Array>;
  /** Bytes from anywhere; a source that lacks it is held as a whole where that is asked for. */
  slice?(from: number, to: number): Promise<ArrayBuffer>;
}

/** What a file holds, decoded as it is read. */
export function fileContent(source: ByteSource, fileName: string): FileContent {
  const head = once(() => headOf(source, fileName));
  async function* pieces(): AsyncGenerator<string> {
    const { encoding } = await head();
    yield* decoded(source.stream(), encoding, fileName);
  }
  const whole = once(async () => {
    const all = await allOf(source.stream(), fileName);
    return joined(all).buffer;
  });
  return {
    bytes: source.bytes,
    head,
    pieces,
    text: async () => (await allOf(pieces(), fileName)).join(''),
    slice: async (from, to) => (await source.slice?.(from, to)) ?? (await whole()).slice(from, to),
    size: async () => (source.slice ? source.bytes : (await whole()).byteLength),
  };
}

/** A text that is in memory already. */
export const textContent = (text: string, fileName: string): FileContent =>
  bytesContent(new TextEncoder().encode(text), fileName);

/** Bytes that are in memory already. */
export function bytesContent(bytes: Uint8Array, fileName: string): FileContent {
  // eslint-disable-next-line @typescript-eslint/require-await -- a source may have to wait; this one has not
  async function* stream(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  return fileContent({ bytes: bytes.length, stream }, fileName);
}

async function allOf<Piece extends { readonly length: number }>(
  pieces: AsyncIterable<Piece>,
  fileName: string,
): Promise<Piece[]> {
  const all: Piece[] = [];
  let length = 0;
  for await (const piece of pieces) {
    all.push(piece);
    length += piece.length;
    checkSize(length, fileName, maxBytesInMemory);
  }
  return all;
}

async function headOf(source: ByteSource, fileName: string): Promise<FileHead> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source.stream()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= headBytes) break;
  }
  const bytes = joined(pieces).subarray(0, headBytes);
  const encoding = textEncodingOf(bytes);
  return { bytes, text: beginningOf(bytes, encoding), encoding, fileName };
}

/** Leniently, as the end may lie inside a letter; what is no text is refused where it is read. */
const beginningOf = (bytes: Uint8Array, encoding: TextEncoding): string =>
  new TextDecoder(encoding).decode(bytes, { stream: true });

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
