import { AppError, causeOf } from '../../src/core/errors.ts';
import { checkSize } from '../../src/core/tasks/fileLimits.ts';
import { fileContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { FileContent } from '../../src/core/tasks/readers/reader.ts';

/** A file, read piece by piece and unpacked on the way where it is a gzip file; it crosses between threads by itself. */
export async function blobContent(blob: Blob, fileName: string): Promise<FileContent> {
  const [first, second] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  return fileContent(
    {
      bytes: blob.size,
      stream: () => (isPacked ? unpacked(blob, fileName) : bytesOf(blob.stream())),
    },
    fileName,
  );
}

async function* bytesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** @throws AppError 'bad-file' where it is no whole gzip file, or holds more than is read. */
async function* unpacked(blob: Blob, fileName: string): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const piece of bytesOf(blob.stream().pipeThrough(new DecompressionStream('gzip')))) {
      bytes += piece.length;
      checkSize(bytes, fileName);
      yield piece;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad-file', 'fileNotUnpacked', { fileName, cause: causeOf(error) });
  }
}
