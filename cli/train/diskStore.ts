import { appendFile, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import type { ByteStore } from '../../src/core/hub/hubWorld.ts';

/** Where what has been fetched from a hub is kept between two commands. */
export const hubCacheFolder = (): string =>
  join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mixdesk', 'hub');

/** Keeps bytes as files of a folder. */
export function diskStore(root: string): ByteStore {
  const pathOf = (key: string): string => join(root, ...key.split('/'));
  return {
    size: (key) =>
      stat(pathOf(key)).then(
        ({ size }) => size,
        () => 0,
      ),
    async read(key, from, to) {
      const bytes = new Uint8Array(Math.max(0, to - from));
      if (bytes.length === 0) return bytes;
      const file = await open(pathOf(key));
      try {
        const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
        return bytes.slice(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async append(key, bytes) {
      await mkdir(dirname(pathOf(key)), { recursive: true });
      await appendFile(pathOf(key), bytes);
    },
    async remove(prefix) {
      const [folder = '', start = ''] = prefix.split('/');
      const names = await readdir(join(root, folder)).catch(() => []);
      const gone = names.filter((name) => name.startsWith(start));
      await Promise.all(gone.map((name) => rm(join(root, folder, name))));
    },
  };
}
