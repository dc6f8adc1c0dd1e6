import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import type { MixtureResult } from '../../cli/train/mixtureResult.ts';
import { readmeTables, withTables } from '../../cli/train/readmeTables.ts';
import { projectRoot } from './projectFiles.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

test('the README tells the figures of docs/results/default-mixture.json', async () => {
  const result = JSON.parse(read('docs/results/default-mixture.json')) as MixtureResult;
  const written = withTables(read('README.md'), readmeTables(result));
  expect(read('README.md')).toBe(await format(written, { parser: 'markdown', printWidth: 100 }));
});

test('a README without the marks is left alone, with the reason', () => {
  expect(() => withTables('# Mixdesk', '| a |')).toThrow(/no "<!-- Written by/);
});
