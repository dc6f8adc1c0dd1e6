import { expect, test } from 'vitest';
import type { RunEvaluation, RunStep } from '../../src/core/runs/record.ts';
import { timeLeftMs } from '../../src/core/runs/timeLeft.ts';

const step = (n: number, elapsedMs: number): RunStep => ({
  step: n,
  tokens: 10 * n,
  loss: 1,
  lossByTask: {},
  learningRate: 0.1,
  gradNorm: 1,
  tokensPerSecond: 100,
  elapsedMs,
});
const evaluation = (n: number): RunEvaluation => ({
  step: n,
  split: 'validation',
  results: [],
  answers: [],
  elapsedMs: 0,
});

/** A first scoring of 20 s, then steps of 100 ms, the first of them slower by half a second. */
const afterSteps = (n: number) => ({
  status: 'training' as const,
  nSteps: 1000,
  steps: Array.from({ length: n }, (_, i) => step(i + 1, 20_600 + 100 * i)),
  evaluations: [evaluation(0)],
  progress: { done: 0, total: 0 },
});

test('the first scoring is not taken for the time of a step', () => {
  const left = timeLeftMs(afterSteps(4), 10_000)!;
  const last = 20_500; // the scoring at the end, as long as the first one with its warm-up
  expect(left).toBeCloseTo(996 * 100 + last, 6);
});

test('there is no estimate before there is a pace', () => {
  expect(timeLeftMs(afterSteps(0), 100)).toBeNull();
  expect(timeLeftMs(afterSteps(3), 100)).toBeNull();
});

test('scorings still to come are counted at what the last one took, and not as steps', () => {
  const run = afterSteps(4);
  // At step 4, 5 s of scoring; then on at the old pace.
  const steps = [...run.steps, step(5, 20_900 + 5100), step(6, 20_900 + 5200)];
  const later = { ...run, steps, evaluations: [evaluation(0), evaluation(4)] };
  const scorings = 249 - 1 + 1; // 8, 12, … 996, and the end
  expect(timeLeftMs(later, 4)).toBeCloseTo(994 * 100 + scorings * 5000, 6);
});

test('a scoring on its way counts by what is missing of it', () => {
  const run = { ...afterSteps(100), status: 'evaluating' as const };
  const left = (done: number) => timeLeftMs({ ...run, progress: { done, total: 4 } }, 100)!;
  expect(left(0) - left(3)).toBeCloseTo(0.75 * 20_500, 6);
});

test('the last steps set the pace: a computer that slows down is believed', () => {
  const run = afterSteps(10);
  const slow = Array.from({ length: 50 }, (_, i) => step(11 + i, 21_500 + 1000 * (i + 1)));
  const left = timeLeftMs({ ...run, steps: [...run.steps, ...slow] }, 10_000)!;
  expect(left).toBeCloseTo(940 * 1000 + 19_600, 6);
});
