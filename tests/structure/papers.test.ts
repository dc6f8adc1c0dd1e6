import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { selectors } from '../../src/core/analysis/selection/index.ts';
import { levers } from '../../src/core/levers/index.ts';
import { projectFiles, projectRoot } from './projectFiles.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const papers = read('docs/papers.md');
const keys = [...papers.matchAll(/^\| `(\w+)` /gm)].map(([, key]) => key!);

/** "Author et al. 2020", "Author & Author 2020", "Author 2020"; Latin letters of any language. */
const citation = /\b(\p{Lu}[\p{L}-]+(?: et al\.| & \p{Lu}[\p{L}-]+)?),? ((?:19|20)\d\d)\b/gu;
/** Words before a year that are no author. */
const noAuthors = new Set(['ES', 'RFC', 'WMT', 'NeurIPS', 'November', 'Debian', 'Node']);

function citationsIn(text: string): string[] {
  return [...text.replaceAll(/\n\s*(?:\*|\/\/|#)\s*/g, ' ').matchAll(citation)]
    .filter(([, author]) => !noAuthors.has(author!))
    .map(([, author, year]) => `${author} ${year}`);
}

test('every paper that a lever or a selector names has its row', () => {
  const named = [...levers, ...selectors].flatMap(({ paper }) => paper ?? []);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((key) => !keys.includes(key))).toEqual([]);
});

test('every citation in the code has its row', () => {
  const missing = ['.ts', '.py', '.svelte']
    .flatMap(projectFiles)
    .filter((path) => /^(src|workers|content|recipe|cli)\//.test(path))
    .flatMap((path) => citationsIn(read(path)).map((cited) => ({ path, cited })))
    .filter(({ cited }) => !papers.includes(cited))
    .map(({ path, cited }) => `${path}: ${cited}`);
  expect(missing).toEqual([]);
});

test('no key stands there twice', () => {
  expect(keys).toEqual([...new Set(keys)]);
});

test('a citation is found over the end of a comment line', () => {
  expect(citationsIn(' * (Micikevicius et al.\n * 2018, section 3.2)')).toEqual([
    'Micikevicius et al. 2018',
  ]);
});
