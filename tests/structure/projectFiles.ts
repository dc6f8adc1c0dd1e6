import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Paths of the project's own files, tracked or new, whose names end like this. */
export function projectFiles(ending: string): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listing = execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' });
  return listing.split('\n').filter((path) => path.endsWith(ending));
}
