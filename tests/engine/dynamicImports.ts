// Vitest's browser mode routes every dynamic import through an object that it only puts on the page;
// in a worker the imports run as they are.
Object.assign(globalThis, {
  __vitest_browser_runner__: { wrapDynamicImport: (load: () => Promise<unknown>) => load() },
});
