import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileWasmModule, wasmModules } from '../../tools/build/wasmModule.ts';
import type { WasmModuleFile } from '../../tools/build/wasmModule.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe.each(Object.keys(wasmModules) as WasmModuleFile[])('%s', (file) => {
  it('is what its sources compile to', async () => {
    const compiled = await compileWasmModule(file);
    expect(sha256(readFileSync(file)), 'run `npm run wasm`').toBe(sha256(compiled));
  });

  it('brings no data of its own into the heap of TensorFlow.js', async () => {
    const module = await WebAssembly.compile(readFileSync(file));
    expect(WebAssembly.Module.imports(module)).toEqual([
      { module: 'env', name: 'memory', kind: 'memory' },
    ]);
    expect(sectionIds(readFileSync(file))).not.toContain(dataSection);
  });
});

const dataSection = 11;

/** Ids of the sections of a WASM binary (WebAssembly Core 1.0, section 5.5.2). */
function sectionIds(binary: Uint8Array): number[] {
  const ids: number[] = [];
  for (let at = 8; at < binary.length;) {
    ids.push(binary[at++]!);
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++]!;
      size += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    at += size;
  }
  return ids;
}
