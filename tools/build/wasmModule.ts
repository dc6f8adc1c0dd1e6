/**
 * Compiles our WASM kernels (AssemblyScript, workers/kernels/<op>/*.as.ts) into the two modules that
 * are kept in the repository: npm run wasm
 */
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** One module for a heap that threads share, one for a heap of a single thread. */
export const wasmModules = {
  'workers/wasm/kernels.wasm': [],
  'workers/wasm/kernels-shared.wasm': [
    '--enable',
    'threads',
    '--sharedMemory',
    '--maximumMemory',
    '65536',
  ],
} as const;
export type WasmModuleFile = keyof typeof wasmModules;

/** A module that exports what all kernels export; it stands in no file. */
const entry = 'workers/kernels/entry.as.ts';

/** Files with our operations' jobs, from the root. */
export const kernelSources = (): string[] =>
  readdirSync(`${root}workers/kernels`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.as.ts'))
    .map((path) => `workers/kernels/${path.replaceAll('\\', '/')}`)
    .sort();

const flags = [
  entry,
  ...['--baseDir', root, '--outFile', 'kernels.wasm'],
  ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
];

/** What the entry says of a source: its functions, by name. */
async function exportLine(path: string): Promise<string> {
  const text = await readFile(`${root}${path}`, 'utf8');
  const names = Array.from(text.matchAll(/^export function (\w+)/gm), ([, name]) => name);
  return `export { ${names.sort().join(', ')} } from '../../${path.replace(/\.ts$/, '')}';`;
}

/**
 * The bytes of one of the modules, with the jobs of these files.
 * @throws Error with the compiler's words.
 */
export async function compileWasmModule(
  file: WasmModuleFile,
  sources: readonly string[] = kernelSources(),
): Promise<Uint8Array> {
  const exports = await Promise.all(sources.map(exportLine));
  let binary: Uint8Array | undefined;
  let complaint = '';
  const { error } = await asc.main([...flags, ...wasmModules[file]], {
    readFile: async (name) => {
      if (name === entry) return exports.join('\n');
      try {
        return await readFile(new URL(name, pathToFileURL(root)), 'utf8');
      } catch {
        return null; // the compiler tries several places
      }
    },
    writeFile: (_, contents) => {
      if (contents instanceof Uint8Array) binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (words: Uint8Array | string) => void (complaint += String(words)) },
  });
  if (error || !binary)
    throw new Error(`AssemblyScript: ${error?.message ?? 'no output'}\n${complaint}`);
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of Object.keys(wasmModules) as WasmModuleFile[]) {
    await writeFile(`${root}${file}`, await compileWasmModule(file));
  }
}
