/**
 * Which room may import from which. What is not named here may not: a circle between rooms cannot be written down. ESLint
 * (eslint.config.js) and tests/structure read this list.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const arrows = {
  'src/core': [],
  'src/page': ['src/core'],
  'src/headless': ['src/core', 'src/page'],
  'src/engine': ['src/core', 'src/page', 'bench', 'workers'],
  workers: ['src/core'],
  content: ['src/core'],
  recipe: ['src/core', 'content'],
  tools: ['src/core', 'src/page'],
  cli: ['src/core', 'src/headless', 'content', 'tools'],
  bench: ['src/core', 'workers', 'tools'],
};

/** Packages that a room may not know: `core` is pure, only `workers` compute on tensors, only the page draws. */
export const foreignPackages = {
  'src/core': ['@tensorflow/*', 'svelte', 'svelte/*', 'comlink'],
  'src/page': ['@tensorflow/*'],
  'src/headless': ['@tensorflow/*'],
  workers: ['svelte', 'svelte/*'],
};
