import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { parsePresetIndex, shippedPresetsPath } from '../../src/core/desk/preset.ts';
import { addedFiles } from './addedFiles.ts';

/** Adds all shipped presets as one file, in their order: the page asks once. */
export const presetBundle = (): Plugin =>
  addedFiles(
    'mixdesk:preset-bundle',
    (publicFolder) => new Map([[shippedPresetsPath, JSON.stringify(bundlePresets(publicFolder))]]),
  );

/** @param publicFolder with `presets/index.json` and the files that it lists */
export function bundlePresets(publicFolder: string): { readonly presets: readonly object[] } {
  const read = (name: string): object =>
    JSON.parse(readFileSync(join(publicFolder, 'presets', name), 'utf8')) as object;
  const ids = parsePresetIndex(read('index.json'));
  return { presets: ids.map((id) => ({ id, ...read(`${id}.json`) })) };
}
