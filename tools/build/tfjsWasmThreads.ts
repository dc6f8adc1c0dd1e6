import type { Plugin } from 'vite';

const fileName = 'tfjs-backend-wasm-threaded-simd.js';
const guard = 'typeof _scriptDir !== "undefined" && _scriptDir';

/**
 * Cures the hang of tfjs's threaded WASM in minified builds. tfjs starts its threads from the text of
 * its own factory function; a minifier renames `_scriptDir`, which lives outside that function, and
 * folds the guard around it, so that every thread dies and `setBackend('wasm')` never settles
 * (tensorflow/tfjs issues 4253 and 4539). A thread never needs the path, so the guard becomes `false`.
 * Fails the build when the guard is not where it was: the cure would silently be gone.
 */
export function tfjsWasmThreads(): Plugin {
  return {
    name: 'mixdesk:tfjs-wasm-threads',
    apply: 'build',
    transform: {
      filter: { id: /tfjs-backend-wasm-threaded-simd\.js/ },
      handler(code) {
        const cured = code.replace(guard, 'false');
        if (cured === code) this.error(`${fileName}: "${guard}" not found; see tfjsWasmThreads.ts`);
        return { code: cured, map: null };
      },
    },
    generateBundle() {
      const ids = [...this.getModuleIds()];
      const usesWasm = ids.some((id) => id.includes('tfjs-backend-wasm/dist/backend_wasm'));
      if (usesWasm && !ids.some((id) => id.includes(fileName))) {
        this.error(`tfjs-backend-wasm is bundled without ${fileName}; see tfjsWasmThreads.ts`);
      }
    },
  };
}
