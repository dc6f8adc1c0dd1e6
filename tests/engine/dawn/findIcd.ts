import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium } from '../../../tools/build/chromium.mjs';

const swiftShader = 'vk_swiftshader_icd.json';

/**
 * The description file of a Vulkan driver for Dawn: the one that `VK_ICD_FILENAMES` names, else the
 * SwiftShader that lies beside an installed Chromium; undefined where there is neither.
 */
export function findIcd(): string | undefined {
  const named = process.env.VK_ICD_FILENAMES;
  if (named) return existsSync(named) ? named : undefined;
  const chromium = findChromium();
  if (!chromium) return undefined;
  const folders = [
    dirname(realpathSync(chromium)),
    '/usr/lib/chromium',
    '/usr/lib/chromium-browser',
  ];
  return folders.map((folder) => join(folder, swiftShader)).find((path) => existsSync(path));
}
