import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { arrows, foreignPackages } from './tools/structure/arrows.mjs';

/** A room imports from the rooms that `arrows` names and from its own. */
const keepWithinArrows = Object.entries(arrows).map(([room, allowed]) => {
  const others = Object.keys(arrows).filter((other) => other !== room && !allowed.includes(other));
  const rooms = others.map((other) => `**/${other.split('/').at(-1)}/**`);
  const group = [...rooms, ...(foreignPackages[room] ?? [])];
  const message = `${room} imports from ${allowed.join(', ') || 'itself alone'}`;
  return {
    files: [`${room}/**`],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
  };
});

export default defineConfig(
  globalIgnores(['dist', 'public', 'node_modules', '.cache', '**/*.as.ts']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.worker, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'no-undef': 'off', // the TypeScript projects know which globals exist where
      '@typescript-eslint/no-non-null-assertion': 'off', // indices that the code has just bounded
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  { rules: { 'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }] } },
  { files: ['**/*.ts', '**/*.mjs'], rules: { 'max-lines-per-function': ['error', 60] } },
  keepWithinArrows,
);
