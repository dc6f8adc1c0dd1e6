import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/core/runs/fileNameOf.ts';

test.each([
  ['calm-otter-1', 'calm-otter-1.json'],
  ['my run: 3/4 "best"', 'my-run-3-4-best.json'],
  ['../../etc', 'etc.json'],
  ['练习 2', '练习-2.json'],
  ['???', 'mixdesk.json'],
])('%s is saved as %s', (name, file) => {
  expect(fileNameOf(name, 'json')).toBe(file);
});
