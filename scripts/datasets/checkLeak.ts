/**
 * Looks for test instances of the built-in tasks in a pre-training text.
 *
 *   npx tsx scripts/datasets/checkLeak.ts [FILE]      (.cache/pretrain/corpus.txt by default)
 *
 * The file holds documents with an empty line between them. Prints what it found; fails if anything.
 */
import { readFileSync } from 'node:fs';
import { findPublishedLeak } from './leakFreeDocument.ts';

const path = process.argv[2] ?? '.cache/pretrain/corpus.txt';
const documents = readFileSync(path, 'utf8').split('\n\n');
const found = new Map<string, number>();
for (const document of documents) {
  const id = findPublishedLeak(document);
  if (id !== undefined) found.set(id, (found.get(id) ?? 0) + 1);
}
for (const [id, count] of found) console.error(`${id}: in ${count} documents`);
console.log(`${documents.length} documents, ${found.size} test instances found in them`);
process.exitCode = found.size > 0 ? 1 : 0;
