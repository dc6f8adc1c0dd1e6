import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Origin } from '../../cli/quality/qualityReport.ts';
import { readReport, writePart } from '../../cli/quality/reportFile.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mixdesk-quality-'));
  file = join(folder, 'quality.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const here: Origin = { cores: 2, browser: 'Chromium 1', date: '2026-01-02', commit: 'aaaaaaa' };
const later: Origin = { cores: 8, browser: 'Chromium 2', date: '2026-02-03', commit: 'bbbbbbb' };

test('a part is written with its origin, and leaves the figures and origins of all others', async () => {
  await writePart('first-load', { firstLoadBytes: 5, trainPressableMs: 6 }, here, file);
  await writePart('smoothness', { framesPerSecond: 50 }, later, file);
  expect(readReport(file)).toMatchObject({
    firstLoadBytes: 5,
    trainPressableMs: 6,
    framesPerSecond: 50,
    measured: { 'first-load': here, smoothness: later },
  });
  await writePart('first-load', { firstLoadBytes: 4 }, later, file);
  expect(readReport(file)).toMatchObject({
    firstLoadBytes: 4,
    measured: { 'first-load': later, smoothness: later },
  });
});

test('the agreed figures come first, in their order, null where nothing was measured', async () => {
  writeFileSync(file, '{}');
  await writePart('axe', { axe: 0, axeLooks: 8, axeMissed: [] }, here, file);
  const text = readFileSync(file, 'utf8');
  expect(Object.keys(JSON.parse(text) as object).slice(0, 8)).toEqual([
    'axe',
    'lighthouse',
    'firstLoadBytes',
    'trainPressableMs',
    'interactionToNextPaintMs',
    'longestTaskMs',
    'framesPerSecond',
    'firstMinute',
  ]);
  expect(readReport(file)).toMatchObject({ axe: 0, lighthouse: null, firstMinute: null });
});
