import { AppError, causeOf } from '../../src/core/errors.ts';
import { checkUnpacked } from '../../src/core/tasks/fileLimits.ts';
import { fileContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { FileContent } from '../../src/core/tasks/readers/reader.ts';

/** Told of bytes as they are read, packed ones for a packed file; what it throws ends the reading. */
export type ByteWatch = (bytes: number) => Promise<void> | void;

/** A damaged file may ask for any place; what is no whole number, or too large a one, ends a process of Node.js. */
const within = (at: number, { size }: Blob): number =>
  Math.min(size, Math.max(0, Math.trunc(at) || 0));

interface NamedBlob {
  readonly fileName: string;
  readonly file: Blob;
}

/** A file together with those that it is read with. */
export async function blobsContent(
  { fileName, file }: NamedBlob,
  beside: readonly NamedBlob[],
  watch?: ByteWatch,
): Promise<FileContent> {
  const content = await blobContent(file, fileName, watch);
  if (beside.length === 0) return content;
  const others = beside.map(async (one) => ({
    fileName: one.fileName,
    content: await blobContent(one.file, one.fileName, watch),
  }));
  return { ...content, beside: await Promise.all(others) };
}

/** A file, read piece by piece and unpacked on the way where it is a gzip file; it crosses between threads by itself. */
export async function blobContent(
  blob: Blob,
  fileName: string,
  watch: ByteWatch = () => undefined,
): Promise<FileContent> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  if (isPacked) {
    return fileContent(
      { bytes: blob.size, stream: () => unpacked(blob, fileName, watch) },
      fileName,
    );
  }
  const slice = async (from: number, to: number): Promise<ArrayBuffer> => {
    const [start, end] = [within(from, blob), within(to, blob)];
    await watch(end - start);
    return blob.slice(start, end).arrayBuffer();
  };
  const stream = () => chunksOf(blob, watch);
  return fileContent({ bytes: blob.size, stream, slice }, fileName);
}

/** Pieces of a size of our own: browsers hand out anything from a few letters to the whole. */
const bytesAtOnce = 512 * 1024;

async function* chunksOf(blob: Blob, watch: ByteWatch): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < blob.size; at += bytesAtOnce) {
    const piece = new Uint8Array(await blob.slice(at, at + bytesAtOnce).arrayBuffer());
    await watch(piece.length);
    yield piece;
  }
}

/** @throws AppError 'bad-file' where it is no whole gzip file, or holds more than is read. */
async function* unpacked(
  blob: Blob,
  fileName: string,
  watch: ByteWatch,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let packed = 0;
  const chunks = chunksOf(blob, async (length) => {
    packed += length;
    await watch(length);
  });
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(to) {
      const next: IteratorResult<Uint8Array<ArrayBuffer>, unknown> = await chunks.next();
      if (next.done) to.close();
      else to.enqueue(next.value);
    },
  });
  const reader = stream.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.length;
      checkUnpacked(bytes, packed, fileName);
      // A few packed bytes may hold many: whether to go on is asked at each piece.
      await watch(0);
      yield value;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad-file', 'fileNotUnpacked', { fileName, cause: causeOf(error) });
  } finally {
    // A stream that has failed has nothing left to cancel, and says so.
    await reader.cancel().catch(() => undefined);
  }
}
