import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { operations } from '../../workers/kernels/index.ts';
import { kernelNames } from '../../workers/kernels/operation.ts';
import type { Operation } from '../../workers/kernels/operation.ts';
import { projectRoot } from './projectFiles.ts';

const folder = '../../workers/kernels/';
const modules = import.meta.glob<Record<string, Operation>>(
  '../../workers/kernels/*/operation.ts',
  {
    eager: true,
  },
);
const sources = import.meta.glob<string>('../../workers/kernels/*/*.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});

it('every operation that has a folder stands in the list', () => {
  const inFolders = Object.values(modules).flatMap((exports) => Object.values(exports));
  expect(new Set(operations)).toEqual(new Set(inFolders));
  expect(operations.length).toBe(inFolders.length);
});

it('no two kernels have one name', () => {
  const names = kernelNames(operations);
  expect(new Set(names).size).toBe(names.length);
});

const places = {
  'the operation runs': /runKernel(?:<[^(]*>)?\(\s*'(\w+)'/g,
  'WebGPU has': /recorder\.register\(\s*'(\w+)'/g,
  'WASM has': /kernelName: '(\w+)'/g,
} as const;

describe.each(Object.entries(modules))('%s', (path, exports) => {
  const declared = kernelNames(Object.values(exports));
  const op = path.slice(folder.length).split('/')[0]!;
  const files = Object.entries(sources).filter(([name]) => name.startsWith(`${folder}${op}/`));
  const text = files
    .filter(([name]) => !name.endsWith('.test.ts'))
    .map(([, source]) => source)
    .join('\n');
  const named = (pattern: RegExp): string[] =>
    Array.from(new Set(Array.from(text.matchAll(pattern), ([, name]) => name!))).sort();

  it.each(Object.entries(places))('names the kernels that %s', (_, pattern) => {
    expect(named(pattern)).toEqual([...declared].sort());
  });

  it('asks for no other kernel than its own', () => {
    expect(declared).toEqual(expect.arrayContaining(named(/usesKernel\(\s*'(\w+)'/g)));
  });
});

it('docs/kernels.md has the table of the list', async () => {
  const docs = readFileSync(join(projectRoot, 'docs/kernels.md'), 'utf8');
  const table = await format(kernelTable(operations), { parser: 'markdown', printWidth: 100 });
  const lines = docs.split('\n').filter((line) => line.startsWith('|'));
  expect(`${lines.join('\n')}\n`).toBe(table);
});

/** The table of kernels as Markdown, a line a kernel. */
function kernelTable(listed: readonly Operation[]): string {
  const rows = listed.flatMap(({ kernels }) =>
    Object.entries(kernels).map(([name, { inputs, gives }]) => [`\`${name}\``, inputs, gives]),
  );
  const lines = [['kernel', 'inputs', 'gives'], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
