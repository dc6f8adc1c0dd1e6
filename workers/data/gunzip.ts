import { AppError, causeOf } from '../../src/core/errors.ts';

/** Unpacked bytes of a gzip file. A host may have unpacked it on the way: then as they are. */
export async function gunzip(url: string, bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  try {
    const unpacked = packed.pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (error) {
    throw new AppError('download-failed', 'notUnpacked', { url, cause: causeOf(error) });
  }
}
