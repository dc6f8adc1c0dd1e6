import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import type { MixtureResult } from '../../cli/train/mixtureResult.ts';
import { resultsTables, withTables } from '../../cli/train/resultsTables.ts';
import { projectRoot } from './projectFiles.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');

test('docs/results.md tells the figures of docs/results/default-mixture.json', async () => {
  const result = JSON.parse(read('docs/results/default-mixture.json')) as MixtureResult;
  const written = withTables(read('docs/results.md'), resultsTables(result));
  expect(read('docs/results.md')).toBe(
    await format(written, { parser: 'markdown', printWidth: 100 }),
  );
});

test('a page without the marks is left alone, with the reason', () => {
  expect(() => withTables('# Mixdesk', '| a |')).toThrow(/no "<!-- Written by/);
});
