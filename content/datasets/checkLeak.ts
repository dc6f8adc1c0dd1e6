/**
 * Looks for test and exam questions of the built-in tasks, and for the prompts' own format, in the
 * pre-training corpus.
 *
 *   npx tsx content/datasets/checkLeak.ts [--documents 690000] [--exclude]
 *
 * The corpus is written anew from its seed, document by document. With `--exclude`, what was found is
 * added to content/datasets/inCorpus.json, and `npm run datasets` draws other questions instead;
 * without, it fails if anything is found.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusDocument } from '../corpus/index.ts';
import { corpusSeed } from '../corpus/seed.ts';
import { taskSources } from './tasks/index.ts';
import { testedQuestions } from './testedQuestions.ts';
import { createLeakFinder } from './testLeak.ts';

const listUrl = new URL('inCorpus.json', import.meta.url);
const format = /(^|\n)(Input|Output|Options|Question|Example): /;

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '690000' }, exclude: { type: 'boolean' } },
});
const count = Number(values.documents);
const find = createLeakFinder(testedQuestions(taskSources));
const found = new Set<string>();
let prompts = 0;
for (let index = 0; index < count; index++) {
  const text = corpusDocument(corpusSeed, index);
  for (const key of find(text)) found.add(key);
  if (format.test(text)) prompts++;
}
console.log(
  `${count} documents: ${found.size} test questions and ${prompts} prompts found in them`,
);
if (values.exclude) {
  const known = JSON.parse(readFileSync(listUrl, 'utf8')) as string[];
  const all = [...new Set([...known, ...found])].sort();
  writeFileSync(listUrl, `${JSON.stringify(all, null, 2)}\n`);
  console.log(`${all.length} questions are excluded now: run npm run datasets, then look again`);
} else {
  process.exitCode = found.size + prompts > 0 ? 1 : 0;
}
