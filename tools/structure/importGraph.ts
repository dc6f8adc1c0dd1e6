import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './sourceFiles.ts';

/** Which files a file imports, types and dynamic imports included; packages are left out. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function importGraph(files: readonly SourceFile[]): ImportGraph {
  const known = new Set(files.map(({ path }) => path));
  return new Map(
    files.map(({ path, code }) => {
      const specifiers = ts
        .preProcessFile(code, true, true)
        .importedFiles.map((one) => one.fileName);
      const found = specifiers.flatMap((specifier) => resolveImport(path, specifier, known) ?? []);
      return [path, [...new Set(found)]];
    }),
  );
}

/** The file that a relative import names; undefined for packages and for what is no source. */
export function resolveImport(
  from: string,
  specifier: string,
  known: ReadonlySet<string>,
): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return known.has(path) ? path : undefined;
}
