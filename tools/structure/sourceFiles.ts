import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  /** From the checkout's root, with slashes. */
  readonly path: string;
  /** TypeScript or JavaScript; of a component, its script with the rest as blank lines. */
  readonly code: string;
  /** Of the whole file, without the last line break. */
  readonly lines: number;
}

const isSource = /\.(ts|mjs|js|svelte)$/;
/** What is data, or speaks another dialect: AssemblyScript is compiled by its own compiler. */
const isLeftOut = /^public\/|^dist\/|\.d\.ts$|\.as\.ts$/;

/** The source of a checkout, tracked files and new ones, as its own Git lists them. */
export function sourceFiles(root: string): SourceFile[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const listing = execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  return listing
    .split('\n')
    .filter((path) => isSource.test(path) && !isLeftOut.test(path))
    .flatMap((path) => readSource(root, path));
}

/** None where the file was deleted and Git has not been told. */
function readSource(root: string, path: string): SourceFile[] {
  try {
    const text = readFileSync(join(root, path), 'utf8').trimEnd();
    const code = path.endsWith('.svelte') ? scriptsOf(text) : text;
    return [{ path, code, lines: text.split('\n').length }];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** The scripts of a component in their own lines. */
function scriptsOf(text: string): string {
  const blank = (markup: string): string => markup.replace(/[^\n]/g, '');
  let code = '';
  let end = 0;
  for (const match of text.matchAll(/(<script[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[1]!.length;
    code += blank(text.slice(end, start)) + match[2]!;
    end = start + match[2]!.length;
  }
  return code + blank(text.slice(end));
}
