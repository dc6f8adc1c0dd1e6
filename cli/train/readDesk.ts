import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { DeskSetup } from '../../src/core/desk/deskSetup.ts';
import { parseDeskFile, parsePresetIndex } from '../../src/core/desk/preset.ts';
import { AppError } from '../../src/core/errors.ts';
import { projectRoot } from '../../tools/build/ensureBuilt.ts';
import { told } from '../told.ts';
import { UsageError } from './usageError.ts';

const folder = join(projectRoot, 'public/presets');

/** The ids of the shipped presets, the default first. */
export const presetIds = (): readonly string[] =>
  parsePresetIndex(readJson(join(folder, 'index.json')));

/** The desk of a shipped preset. @throws UsageError where there is none of this id. */
export function readPreset(id: string): DeskSetup {
  const known = presetIds();
  if (known.includes(id)) return readDesk(join(folder, `${id}.json`));
  throw new UsageError(`--preset: got "${id}", wanted one of ${known.join(', ')}.`);
}

/** A desk that the page has saved: a preset, or the desk alone. @throws UsageError with the place of the fault. */
export function readDesk(path: string): DeskSetup {
  try {
    return parseDeskFile(readJson(path), basename(path));
  } catch (error) {
    if (error instanceof AppError) throw new UsageError(`${path}: ${told(error.info)}`);
    throw error;
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
}
