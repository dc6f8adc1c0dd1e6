import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './usageError.ts';

/** Finds out before the training, not after it, that the record has nowhere to go. */
export function checkOutput(path: string): void {
  try {
    if (isFolder(path)) throw new Error(`${path} is a folder, wanted the name of a file`);
    accessSync(dirname(resolve(path)), constants.W_OK);
  } catch (error) {
    throw new UsageError(`--out: ${(error as Error).message}`);
  }
}

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Two checkpoints of weights, both moments and the best weights, in single precision; and a record. */
const neededBytes = (nParams: number): number => 2 * 4 * 4 * nParams + 2e7;

/** @throws UsageError where the disk has no room for a run of a model of this size. */
export function checkRoom(path: string, nParams: number): void {
  const { bavail, bsize } = statfsSync(dirname(resolve(path)));
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
  const [free, needed] = [bavail * bsize, neededBytes(nParams)];
  if (free >= needed) return;
  throw new UsageError(
    `--out: the disk of ${path} has ${megabytes(free)} left, and the run may need ${megabytes(needed)} on its way.`,
  );
}

/** All of it, or what was there before. */
export function writeWhole(path: string, text: string): void {
  const aside = `${path}.part`;
  try {
    const file = openSync(aside, 'w');
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}
