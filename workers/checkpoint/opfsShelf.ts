import type { Shelf } from '../../src/core/checkpoints/shelf.ts';
import { AppError, causeOf } from '../../src/core/errors.ts';

/**
 * The browser's own storage of this site, a folder of its Origin Private File System. Only in a worker, and only at a
 * secure address. @throws AppError 'storage-failed' where there is none, with each call.
 */
export function createOpfsShelf(folderName: string): Shelf {
  let folder: Promise<FileSystemDirectoryHandle> | undefined;
  const open = (): Promise<FileSystemDirectoryHandle> => (folder ??= openFolder(folderName));
  return {
    async names() {
      const names: string[] = [];
      for await (const name of (await open()).keys()) names.push(name);
      return names;
    },
    async write(name, parts) {
      const file = await (await open()).getFileHandle(name, { create: true });
      const handle = await (file as unknown as WorkersFileHandle).createSyncAccessHandle();
      try {
        writeAll(handle, parts);
      } finally {
        handle.close();
      }
    },
    async read(name) {
      const file = await (await open()).getFileHandle(name);
      return new Uint8Array(await (await file.getFile()).arrayBuffer());
    },
    async remove(name) {
      try {
        await (await open()).removeEntry(name);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
    // At an address that is not secure there are none, and no storage either.
    alone: (work) =>
      'locks' in navigator ? navigator.locks.request(`mixdesk ${folderName}`, work) : work(),
  };
}

/** What only a worker's types have. */
interface WorkersFileHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
}

interface SyncHandle {
  truncate(size: number): void;
  write(bytes: Uint8Array<ArrayBuffer>, place: { readonly at: number }): number;
  flush(): void;
  close(): void;
}

async function openFolder(name: string): Promise<FileSystemDirectoryHandle> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(name, { create: true });
  } catch (error) {
    throw new AppError('storage-failed', 'noStorage', { cause: causeOf(error) });
  }
}

/** A full disk doesn't throw here: fewer bytes are written, or a negative number of them. */
function writeAll(handle: SyncHandle, parts: readonly Uint8Array[]): void {
  handle.truncate(0);
  let at = 0;
  for (const part of parts) {
    const written = handle.write(part as Uint8Array<ArrayBuffer>, { at });
    if (written !== part.length) throw new Error(`${written} of ${part.length} bytes were written`);
    at += part.length;
  }
  handle.flush();
}

const isNotFound = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';
