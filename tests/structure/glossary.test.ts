import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFiles, projectRoot } from './projectFiles.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const entries = [...read('docs/glossary.md').matchAll(/^\| ([a-z][a-z ]*?) +\| (.+?) +\|$/gm)]
  .map(([, word, meaning]) => ({ word: word!, meaning: meaning! }))
  .filter(({ word }) => word !== 'word');
const words = entries.map(({ word }) => word);

test('each word stands there once, in order', () => {
  expect(words.length).toBeGreaterThanOrEqual(40);
  expect(words).toEqual([...new Set(words)].sort());
});

test('each is explained in one or two short sentences', () => {
  const long = entries.filter(({ meaning }) => meaning.split(' ').length > 30);
  expect(long).toEqual([]);
});

test('each is in use in the code', () => {
  const code = ['.ts', '.svelte', '.py']
    .flatMap(projectFiles)
    .filter((path) => /^(src|workers|content|recipe|cli)\//.test(path))
    .map(read)
    .join('\n')
    .toLowerCase();
  const isUsed = (word: string): boolean =>
    [word, word.replace(' ', ''), word.replace(' ', '-')].some((form) => code.includes(form));
  expect(words.filter((word) => !isUsed(word))).toEqual([]);
});

/** The same idea on both sides of a border, told apart by the room that they stand in. */
const sharedOnPurpose: readonly string[] = [];

test('no two exported types or classes share a name', () => {
  const declared = new Map<string, string[]>();
  const files = projectFiles('.ts').filter((path) => /^(src|workers)\//.test(path));
  for (const path of files.filter((path) => !path.endsWith('.as.ts'))) {
    const exported = read(path).matchAll(/^export (?:abstract )?(?:interface|class|type) (\w+)/gm);
    for (const [, name] of exported) declared.set(name!, [...(declared.get(name!) ?? []), path]);
  }
  const twice = [...declared].filter(
    ([name, paths]) => paths.length > 1 && !sharedOnPurpose.includes(name),
  );
  expect(twice).toEqual([]);
});
