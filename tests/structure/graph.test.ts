import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrows } from '../../tools/structure/arrows.mjs';
import { circles, folderCircles } from '../../tools/structure/circles.ts';
import { functionSizes } from '../../tools/structure/functions.ts';
import { importGraph, type ImportGraph } from '../../tools/structure/importGraph.ts';
import { againstArrows, roomOf, withoutTests } from '../../tools/structure/rooms.ts';
import { sourceFiles, type SourceFile } from '../../tools/structure/sourceFiles.ts';
import { unusedExports } from '../../tools/structure/unusedExports.ts';
import { projectRoot } from './projectFiles.ts';

const files = sourceFiles(projectRoot);
const graph = importGraph(files);

describe('the import graph', () => {
  test('no files import one another in a circle', () => {
    expect(circles(withoutTests(graph))).toEqual([]);
  });

  test('no folders need one another in a circle', () => {
    expect(folderCircles(withoutTests(graph))).toEqual([]);
  });

  test('no import goes against the arrows between rooms, and these allow no circle', () => {
    expect(againstArrows(graph)).toEqual([]);
    expect(circles(new Map(Object.entries(arrows)))).toEqual([]);
  });

  test('it sees types, dynamic imports and components: every room is in it', () => {
    const rooms = new Set([...graph.keys()].map(roomOf));
    expect(Object.keys(arrows).filter((room) => !rooms.has(room))).toEqual([]);
    expect(graph.get('src/page/shell/Shell.svelte')!.length).toBeGreaterThan(3);
    const withImports = [...graph].filter(([, targets]) => targets.length > 0);
    expect(withImports.length / graph.size).toBeGreaterThan(0.8);
  });
});

test('nothing is exported that is used nowhere', () => {
  expect(unusedExports(files)).toEqual([]);
});

test('no function has more than 60 lines', () => {
  const long = files.flatMap(functionSizes).filter(({ lines }) => lines > 60);
  expect(long).toEqual([]);
});

test('every room has its line in docs/architecture.md, and the code in it a room', () => {
  const text = readFileSync(join(projectRoot, 'docs', 'architecture.md'), 'utf8');
  const inner = ['src/core', 'src/page', 'workers', 'content', 'cli'].flatMap(childrenOf);
  const untold = inner.filter((room) => !text.includes(`| \`${room.split('/').at(-1)}/\``));
  const rooms = Object.keys(arrows).filter((room) => !new RegExp(`\\b${room}/?\\b`).test(text));
  expect([...rooms, ...untold]).toEqual([]);
  const strange = [...graph.keys()].map(roomOf).filter((room) => !(room in arrows));
  expect([...new Set(strange)].sort()).toEqual(['.', 'tests']);
});

test('the files that an addition is said to touch are there, its own excepted', () => {
  const list = join(projectRoot, 'tests/structure/additions/touched.json');
  const touched = JSON.parse(readFileSync(list, 'utf8')) as Record<string, readonly string[]>;
  for (const path of Object.values(touched).flat()) {
    const known = path.replace(/\/?[^/]*<.*$/, '');
    expect(existsSync(join(projectRoot, known)), path).toBe(true);
  }
});

/** Folders directly under a room. */
function childrenOf(parent: string): string[] {
  const depth = parent.split('/').length;
  const folders = [...graph.keys()]
    .filter((path) => path.startsWith(`${parent}/`) && path.split('/').length > depth + 1)
    .map((path) =>
      path
        .split('/')
        .slice(0, depth + 1)
        .join('/'),
    );
  return [...new Set(folders)];
}

const file = (path: string, code: string): SourceFile => ({ path, code, lines: 1 });
const toy = (imports: Readonly<Record<string, readonly string[]>>): ImportGraph =>
  new Map(Object.entries(imports));

describe('how it is measured', () => {
  test('imports of types, of what is exported again and when needed count; packages do not', () => {
    const code = `import type { A } from './b.ts'; export * from './c.ts'; import fs from 'fs';
      const d = await import('../d.ts'); import data from './data.json';`;
    const paths = ['x/b.ts', 'x/c.ts', 'd.ts'];
    const found = importGraph([file('x/a.ts', code), ...paths.map((path) => file(path, ''))]);
    expect(found.get('x/a.ts')).toEqual(paths);
  });

  test('a circle by way of a third is found, a chain is none', () => {
    expect(circles(toy({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }))).toEqual([['a', 'b', 'c']]);
    expect(circles(toy({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
  });

  test('folders make a circle where no file does; a folder and its own parts make none', () => {
    const across = toy({
      'w/a/1.ts': ['w/b/1.ts'],
      'w/b/2.ts': ['w/a/2.ts'],
      'w/b/1.ts': [],
      'w/a/2.ts': [],
    });
    expect(circles(across)).toEqual([]);
    expect(folderCircles(across)).toEqual([['w/a', 'w/b']]);
    const within = toy({
      'w/index.ts': ['w/a/1.ts'],
      'w/a/1.ts': ['w/shared.ts'],
      'w/shared.ts': [],
    });
    expect(folderCircles(within)).toEqual([]);
    const rooms = toy({
      'src/core/a.ts': ['src/page/b.ts'],
      'src/page/c.ts': ['src/core/d.ts'],
      'src/page/b.ts': [],
      'src/core/d.ts': [],
    });
    expect(folderCircles(rooms)).toEqual([['src/core', 'src/page']]);
  });
});

describe('how code is read', () => {
  test('an export counts as used by its name, as a whole module, or when exported again', () => {
    const one = file('a.ts', 'export const b = 1; export type C = 2; export function d() {}');
    const names = file('e.ts', "import { b as x, type C } from './a.ts'; x as C;");
    expect(unusedExports([one, names])).toEqual(['a.ts d']);
    for (const code of [
      "import * as a from './a.ts'",
      "export * from './a.ts'",
      "import('./a.ts')",
    ])
      expect(unusedExports([one, file('f.ts', code)])).toEqual([]);
  });

  test('an import against the arrows is named', () => {
    const wrong = toy({ 'src/core/a.ts': ['workers/b.ts'], 'workers/b.ts': ['src/core/c.ts'] });
    expect(againstArrows(wrong)).toEqual(['src/core/a.ts → workers/b.ts']);
  });

  test('a function is as long as from its first line to its last', () => {
    const code = 'const a = () => {\n  return 1;\n};\nclass B {\n  c() {\n  }\n}';
    expect(functionSizes(file('x.ts', code))).toEqual([
      { place: 'x.ts:1 a', lines: 3 },
      { place: 'x.ts:5 c', lines: 2 },
    ]);
  });
});
