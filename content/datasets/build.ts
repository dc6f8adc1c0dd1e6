/**
 * Builds `public/datasets` from the seeded generators.
 *
 *   npx tsx content/datasets/build.ts           writes every file
 *   npx tsx content/datasets/build.ts --check   writes nothing, fails if a file differs
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { datasetFiles } from './datasetFiles.ts';

const folder = new URL('../../public/datasets/', import.meta.url);

const isCurrent = (name: string, text: string): boolean => {
  const url = new URL(name, folder);
  return existsSync(url) && readFileSync(url, 'utf8') === text;
};

const files = [...datasetFiles()];
if (process.argv.includes('--check')) {
  const stale = files.filter(([name, text]) => !isCurrent(name, text)).map(([name]) => name);
  for (const name of stale) {
    console.error(
      `public/datasets/${name} differs from what its generator makes: npm run datasets`,
    );
  }
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const inner of ['exam/', 'rehearsal/', 'held-out/'])
    mkdirSync(new URL(inner, folder), { recursive: true });
  for (const [name, text] of files) writeFileSync(new URL(name, folder), text);
  console.log(`${files.length} files written to public/datasets`);
}
