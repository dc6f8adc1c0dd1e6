/**
 * Which room may import from which. What is not named here may not: a circle between rooms cannot be written down. ESLint
 * (eslint.config.js) and tests/structure read this list.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const arrows = {
  'src/core': [],
  'src/words': ['src/core'],
  workers: ['src/core'],
  tools: ['src/core'],
  bench: ['src/core', 'src/words', 'workers', 'tools'],
  'src/page': ['src/core', 'src/words', 'bench'],
  'src/headless': ['src/core', 'src/page'],
  content: ['src/core'],
  recipe: ['src/core', 'content'],
  cli: ['src/core', 'src/words', 'src/page', 'src/headless', 'content', 'tools'],
};

/**
 * Packages that a room may not know: core is pure, only workers compute on tensors, only the page draws. *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const foreignPackages = {
  'src/core': ['@tensorflow/*', 'svelte', 'svelte/*', 'comlink'],
  'src/words': ['@tensorflow/*', 'svelte', 'svelte/*', 'comlink'],
  'src/page': ['@tensorflow/*'],
  'src/headless': ['@tensorflow/*'],
  workers: ['svelte', 'svelte/*'],
};
