import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { genres, markedDocument } from '../../../content/corpus/index.ts';
import { corpusSeed } from '../../../content/corpus/seed.ts';
import { randomStream } from '../../../src/core/random.ts';

const documentsPerGenre = 2000;
const goldenUrl = new URL('golden/bytes.json', import.meta.url);

/** SHA-256 of the first documents with their marks, so that answers count as well. */
function hashOf(write: (index: number) => string): string {
  const hash = createHash('sha256');
  for (let index = 0; index < documentsPerGenre; index++) hash.update(`${write(index)}\n\n`);
  return hash.digest('hex');
}

const hashesOfGenres = genres.map(({ name, write }): [string, string] => [
  name,
  hashOf((index) => write(randomStream('corpus bytes', name, index))),
]);

/**
 * The base models were trained on these bytes: a document that changes makes what is known of them untrue. Whoever means to
 * change the corpus writes the file anew (GOLDEN=write npx vitest run …) and pre-trains again.
 */
describe('the corpus stays byte for byte what the base models were trained on', () => {
  const hashes: Readonly<Record<string, string>> = {
    ...Object.fromEntries(hashesOfGenres),
    'the corpus': hashOf((index) => markedDocument(corpusSeed, index)),
  };
  if (process.env.GOLDEN === 'write')
    writeFileSync(goldenUrl, `${JSON.stringify(hashes, null, 2)}\n`);
  const golden = JSON.parse(readFileSync(goldenUrl, 'utf8')) as Record<string, string>;

  it.each(Object.entries(golden))('%s', (name, hash) => expect(hashes[name]).toBe(hash));
  it('has these genres', () => expect(Object.keys(hashes)).toEqual(Object.keys(golden)));
});
