import { posix } from 'node:path';
import type { ImportGraph } from './importGraph.ts';

/** Groups in which everything reaches everything else, each with its members in order of name. */
export function circles(graph: ImportGraph): string[][] {
  const state: Search = { graph, index: new Map(), low: new Map(), path: [], found: [] };
  for (const node of graph.keys()) if (!state.index.has(node)) visit(node, state);
  return state.found;
}

/** Tarjan's search for strongly connected components (SIAM J. Comput. 1, 1972). */
interface Search {
  readonly graph: ImportGraph;
  /** When a node was met first. */
  readonly index: Map<string, number>;
  /** The earliest node on the path that a node reaches. */
  readonly low: Map<string, number>;
  readonly path: string[];
  readonly found: string[][];
}

function visit(node: string, search: Search): void {
  const { graph, index, low, path, found } = search;
  index.set(node, index.size);
  low.set(node, index.get(node)!);
  path.push(node);
  const reach = (value: number): void => void low.set(node, Math.min(low.get(node)!, value));
  for (const next of graph.get(node) ?? []) {
    if (!index.has(next)) {
      visit(next, search);
      reach(low.get(next)!);
    } else if (path.includes(next)) reach(index.get(next)!);
  }
  if (low.get(node) !== index.get(node)) return;
  const members = path.splice(path.indexOf(node)).sort();
  if (members.length > 1 || graph.get(node)?.includes(node)) found.push(members);
}

/**
 * Circles between folders: among the children of any folder, be they folders or single files, imports must not come back.
 * What lies directly in `src/` counts as a child of the root: `src` is no room, its folders are.
 */
export function folderCircles(graph: ImportGraph): string[][] {
  const levels = new Map<string, Map<string, Set<string>>>();
  for (const [from, targets] of graph) {
    for (const to of targets) {
      const [parent, one, other] = split(from, to);
      if (one === other) continue;
      const level = levels.get(parent) ?? new Map<string, Set<string>>();
      levels.set(parent, level.set(one, (level.get(one) ?? new Set()).add(other)));
    }
  }
  const isFolder = (path: string): boolean => !graph.has(path);
  return [...levels.values()]
    .flatMap((level) => circles(new Map([...level].map(([node, next]) => [node, [...next]]))))
    .filter((members) => members.some(isFolder));
}

/** The nearest folder above two files, and its children that hold them. */
function split(from: string, to: string): [parent: string, one: string, other: string] {
  const [left, right] = [partsOf(from), partsOf(to)];
  let depth = 0;
  while (left[depth] === right[depth] && depth < left.length - 1) depth++;
  const parent = posix.join('.', ...left.slice(0, depth));
  return [parent, posix.join(parent, left[depth]!), posix.join(parent, right[depth]!)];
}

/** `src/core` is one part. */
const partsOf = (path: string): string[] =>
  path.startsWith('src/')
    ? ['src/' + path.split('/')[1]!, ...path.split('/').slice(2)]
    : path.split('/');
