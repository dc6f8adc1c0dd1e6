import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stderr } from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

const inputs = [
  'src',
  'workers',
  'bench',
  'public',
  'tools/build',
  'index.html',
  'headless.html',
  'vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
];

/** Builds the site into dist/ unless it is already younger than everything it is made of. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  stderr.write('Building the site …\n');
  await build({ root: projectRoot, logLevel: 'warn' });
}

function isBuilt(): boolean {
  // The service worker is written last, so a build that was cut off doesn't count.
  const last = join(projectRoot, 'dist', 'sw.js');
  if (!existsSync(last)) return false;
  const built = statSync(last).mtimeMs;
  return inputs.every((input) => youngest(join(projectRoot, input)) <= built);
}

/** Written by the bench, and no part of the site. */
const results = join(projectRoot, 'bench', 'results');

/** Latest change of a file or of anything under a folder, ms; folders count, for what was deleted. */
function youngest(path: string): number {
  if (path === results || !existsSync(path)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => youngest(join(path, name))));
}
