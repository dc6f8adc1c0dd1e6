import { arrows } from './arrows.mjs';
import type { ImportGraph } from './importGraph.ts';

/** The room that a file stands in: a folder at top level, in `src/` one below; the root itself for what lies there. */
export function roomOf(path: string): string {
  const parts = path.split('/');
  const depth = parts[0] === 'src' ? 2 : 1;
  return parts.length > depth ? parts.slice(0, depth).join('/') : '.';
}

export const isTest = (path: string): boolean =>
  path.startsWith('tests/') || path.endsWith('.test.ts');

/** The graph without tests, which may know everything and are known by nothing. */
export const withoutTests = (graph: ImportGraph): ImportGraph =>
  new Map([...graph].filter(([path]) => !isTest(path)));

/** Imports from one room into another that `arrows` does not allow: 'a.ts → b.ts'. */
export function againstArrows(graph: ImportGraph): string[] {
  return [...withoutTests(graph)].flatMap(([from, targets]) =>
    targets.filter((to) => !isAllowed(roomOf(from), roomOf(to))).map((to) => `${from} → ${to}`),
  );
}

/** The root holds configurations and the page's entry, which may import from every room. */
const isAllowed = (from: string, to: string): boolean =>
  from === to || from === '.' || (arrows[from]?.includes(to) ?? false);
