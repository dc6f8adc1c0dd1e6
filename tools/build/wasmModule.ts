/**
 * Compiles our WASM kernels (AssemblyScript, workers/wasm/entry.as.ts) into the two modules that are
 * kept in the repository: npm run wasm
 */
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

const flags = [
  'workers/wasm/entry.as.ts',
  ...['--baseDir', root, '--outFile', 'kernels.wasm'],
  ...['-O3', '--noAssert', '--runtime', 'stub', '--importMemory'],
  ...['--enable', 'simd', '--enable', 'bulk-memory'],
];

/** @throws Error with the compiler's words. */
export async function compileWasmModule(file: WasmModuleFile): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  let complaint = '';
  const { error } = await asc.main([...flags, ...wasmModules[file]], {
    readFile: async (name) => {
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
