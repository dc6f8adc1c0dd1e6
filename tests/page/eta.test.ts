import { expect, test } from 'vitest';
import { estimateLeftMs, nextEta } from '../../src/core/analysis/eta.ts';

test('there is no estimate before the first step', () => {
  expect(estimateLeftMs(0, 100, 500)).toBeNull();
});

test('the estimate carries the pace so far on', () => {
  expect(estimateLeftMs(25, 100, 5000)).toBe(15_000);
});

test('small disagreements let the shown time count down with the clock', () => {
  const first = nextEta(null, 60_000, 0);
  expect(nextEta(first, 62_000, 1000).leftMs).toBe(59_000);
});

test('a real change of pace moves the shown time', () => {
  const first = nextEta(null, 60_000, 0);
  expect(nextEta(first, 120_000, 1000).leftMs).toBe(120_000);
});

test('the shown time never falls below nothing', () => {
  const first = nextEta(null, 1000, 0);
  expect(nextEta(first, 500, 5000).leftMs).toBe(0);
});
