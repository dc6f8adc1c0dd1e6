import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isBesideData } from '../src/core/tasks/isBesideData.ts';

/** Paths of all data files in a folder and those inside it, in the order of their names. */
export const dataFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !isBesideData(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
