import { readFileSync } from 'node:fs';
import { corpusDocument } from '../pretrain/corpus/index.ts';
import { taskSources } from './tasks/index.ts';
import { createLeakFinder, type TestedFile } from './testLeak.ts';

const read = (id: string): TestedFile => {
  const url = new URL(`../../public/datasets/${id}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as TestedFile;
};

/** Finds the published test instances (see `createLeakFinder`). */
export const findPublishedLeak = createLeakFinder(taskSources.map(({ id }) => read(id)));

/**
 * Document `index` of the pre-training corpus, drawn again until it holds no test instance of a
 * built-in task (about one document in two hundred is). Reads `public/datasets`.
 */
export function leakFreeDocument(seed: number | string, index: number): string {
  for (let attempt = 0; ; attempt++) {
    const text = corpusDocument(attempt === 0 ? seed : `${seed} again ${attempt}`, index);
    if (findPublishedLeak(text) === undefined) return text;
  }
}
