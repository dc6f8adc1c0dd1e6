import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Shelf } from '../../src/core/checkpoints/shelf.ts';

/** Files of a folder, which is made with the first one. */
export function createFolderShelf(folder: string): Shelf {
  return {
    names: () => readdir(folder).catch(noneIfMissing),
    async write(name, parts) {
      await mkdir(folder, { recursive: true });
      const file = await open(join(folder, name), 'w');
      try {
        for (const part of parts) await file.writeFile(part);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: async (name) => new Uint8Array(await readFile(join(folder, name))),
    remove: (name) => rm(join(folder, name), { force: true }),
    alone: (work) => work(),
  };
}

function noneIfMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
