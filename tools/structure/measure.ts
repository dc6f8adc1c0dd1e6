import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circles, folderCircles } from './circles.ts';
import { castCount, functionSizes, type FunctionSize } from './functions.ts';
import { importGraph } from './importGraph.ts';
import { isTest, roomOf, withoutTests } from './rooms.ts';
import { sourceFiles, type SourceFile } from './sourceFiles.ts';

export interface Structure {
  /** Files that a new thing of a kind touches, its own included. */
  readonly additions: Readonly<Record<string, number>>;
  readonly fileCircles: readonly (readonly string[])[];
  readonly folderCircles: readonly (readonly string[])[];
  readonly longestFunction: FunctionSize;
  readonly longestComponent: { readonly place: string; readonly lines: number };
  /** Type assertions in `src` and `workers` for 1,000 lines. */
  readonly castsPer1000: number;
  readonly functionsOver60: readonly FunctionSize[];
  readonly rooms: Readonly<Record<string, { readonly files: number; readonly lines: number }>>;
}

const longestAllowed = 60;

/** Counts what can be counted of a checkout's structure; AssemblyScript (`*.as.ts`) is left out. */
export function measure(root: string): Structure {
  const files = sourceFiles(root);
  const graph = withoutTests(importGraph(files));
  const functions = files.flatMap(functionSizes).sort((a, b) => b.lines - a.lines);
  const components = files.filter(({ path }) => path.endsWith('.svelte'));
  const [component] = components.sort((a, b) => b.lines - a.lines);
  return {
    additions: readAdditions(root),
    fileCircles: circles(graph),
    folderCircles: folderCircles(graph),
    longestFunction: functions[0]!,
    longestComponent: { place: component!.path, lines: component!.lines },
    castsPer1000: castsPer1000(files),
    functionsOver60: functions.filter(({ lines }) => lines > longestAllowed),
    rooms: roomSizes(files),
  };
}

/** The files that the tests of tests/structure/additions touch, by kind; a checkout without them has none. */
function readAdditions(root: string): Structure['additions'] {
  const path = join(root, 'tests', 'structure', 'additions', 'touched.json');
  if (!existsSync(path)) return {};
  const touched = JSON.parse(readFileSync(path, 'utf8')) as Record<string, readonly string[]>;
  return Object.fromEntries(Object.entries(touched).map(([kind, list]) => [kind, list.length]));
}

function castsPer1000(files: readonly SourceFile[]): number {
  const product = files.filter(({ path }) => /^(src|workers)\//.test(path) && !isTest(path));
  const lines = product.reduce((sum, file) => sum + file.lines, 0);
  const casts = product.reduce((sum, file) => sum + castCount(file), 0);
  return Math.round((10_000 * casts) / lines) / 10;
}

function roomSizes(files: readonly SourceFile[]): Structure['rooms'] {
  const rooms = new Map<string, { files: number; lines: number }>();
  for (const { path, lines } of files) {
    const room = isTest(path) ? 'tests' : roomOf(path);
    const { files: n, lines: all } = rooms.get(room) ?? { files: 0, lines: 0 };
    rooms.set(room, { files: n + 1, lines: all + lines });
  }
  return Object.fromEntries([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)));
}
