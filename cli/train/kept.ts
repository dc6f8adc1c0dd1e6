import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import {
  type CheckpointStore,
  createCheckpointStore,
} from '../../src/core/checkpoints/checkpointStore.ts';
import { createFolderShelf } from './folderShelf.ts';
import { toldOfThrown } from '../told.ts';
import { UsageError } from './usageError.ts';

/** Every run of the command line: its folder holds one. */
export const runId = 'train';
/** Least time between two checkpoints: so much a killed run loses. */
export const everyMs = 30_000;

/** Where a run is kept until its record is written. */
export const keptFolder = (out: string): string => `${out}.checkpoint`;

const storeOf = (out: string): CheckpointStore =>
  createCheckpointStore(createFolderShelf(keptFolder(out)), (bytes) =>
    Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  );

/** @throws UsageError where nothing is kept that a run could go on from. */
export async function readKept(out: string): Promise<Checkpoint> {
  try {
    return await storeOf(out).read(runId);
  } catch (error) {
    throw new UsageError(`--resume: ${keptFolder(out)}: ${toldOfThrown(error)}`);
  }
}

/** @throws UsageError where a run that could go on would be lost. */
export async function refuseUnfinished(out: string): Promise<void> {
  const [head] = await storeOf(out).heads();
  if (!head) return;
  throw new UsageError(
    `--out: ${keptFolder(out)} keeps an unfinished run (step ${head.state.step}, ${head.savedAt}). ` +
      `Go on with --resume ${out}, or remove that folder.`,
  );
}

export const isKept = async (out: string): Promise<boolean> =>
  (await storeOf(out).heads()).length > 0;

export const forgetKept = (out: string): void =>
  rmSync(keptFolder(out), { recursive: true, force: true });
