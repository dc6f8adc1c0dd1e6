import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './projectFiles.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const [guide = '', batch = '', event = ''] = read('docs/reading.md').split(/^## /m);

/** Rows of a table of hops: a file, and the function that it is read for. */
const hopsOf = (text: string): { path: string; name: string }[] =>
  [...text.matchAll(/^\| +\d+ \| \[`([^`]+)`\]\([^)]+\) +\| `(\w+)`/gm)].map(([, path, name]) => ({
    path: path!,
    name: name!,
  }));

test('the guide has twelve files for one hour', () => {
  const rows = [...guide.matchAll(/^\| +(\d+) \| \[`([^`]+)`\]/gm)];
  expect(rows).toHaveLength(12);
  expect(rows.reduce((sum, [, minutes]) => sum + Number(minutes), 0)).toBe(60);
});

test.each([
  ['a batch', batch],
  ['an event', event],
])('%s takes at most nine hops, by functions that are there', (_, text) => {
  const hops = hopsOf(text);
  expect(hops.length).toBeGreaterThan(5);
  expect(hops.length).toBeLessThanOrEqual(9);
  const missing = hops.filter(({ path, name }) => !new RegExp(`\\b${name}\\b`).test(read(path)));
  expect(missing).toEqual([]);
});
