import type { ByteStore } from '../../src/core/hub/hubWorld.ts';

const folderName = 'hub';

/** Only workers have them, and this file is type-checked with what pages have as well. */
interface SyncHandle {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  flush(): void;
  close(): void;
}
interface WithSyncHandle {
  createSyncAccessHandle(): Promise<SyncHandle>;
}

/** Keeps bytes in the browser's own files between visits; what a write leaves half is taken up by its length. */
export const opfsStore: ByteStore = {
  size: (key) => withHandle(key, false, (handle) => handle.getSize()).then((size) => size ?? 0),
  async read(key, from, to) {
    const bytes = await withHandle(key, false, (handle) => {
      const part = new Uint8Array(Math.max(0, Math.min(to, handle.getSize()) - from));
      handle.read(part, { at: from });
      return part;
    });
    return bytes ?? new Uint8Array();
  },
  append: async (key, bytes) => {
    await withHandle(key, true, (handle) => {
      const end = handle.getSize();
      const written = handle.write(bytes, { at: end });
      handle.flush();
      if (written < bytes.length) throw new DOMException('', 'QuotaExceededError');
    });
  },
  async remove(prefix) {
    const [folder, start = ''] = prefix.split('/');
    const root = await rootFolder();
    if (start === '') return ignoreAbsent(root.removeEntry(folder!, { recursive: true }));
    const found = await ignoreAbsent(root.getDirectoryHandle(folder!));
    if (!found) return;
    for await (const name of found.keys())
      if (name.startsWith(start)) await found.removeEntry(name);
  },
};

const rootFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

/** Undefined for a file that is not there and is not to be made. */
async function withHandle<T>(
  key: string,
  create: boolean,
  work: (handle: SyncHandle) => T,
): Promise<T | undefined> {
  const [folder, name] = key.split('/');
  const open = async (): Promise<FileSystemFileHandle> => {
    const inside = await (await rootFolder()).getDirectoryHandle(folder!, { create });
    return inside.getFileHandle(name!, { create });
  };
  const file = create ? await open() : await ignoreAbsent(open());
  if (!file) return undefined;
  const handle = await (file as unknown as WithSyncHandle).createSyncAccessHandle();
  try {
    return work(handle);
  } finally {
    handle.close();
  }
}

async function ignoreAbsent<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
