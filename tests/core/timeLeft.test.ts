import { expect, test } from 'vitest';
import type { PlannedEvaluation } from '../../src/core/runs/evaluationPlan.ts';
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
const evaluation = (n: number, elapsedMs: number): RunEvaluation => ({
  step: n,
  split: 'validation',
  results: [],
  answers: [],
  elapsedMs,
});
const planned = (n: number, instances: number): PlannedEvaluation => ({
  step: n,
  lossInstances: instances,
  metricInstances: instances,
});
/** Ten answers a task at the start and at 500, fifty at the end, where most are sure: as dear as forty. */
const plan = [planned(0, 10), planned(500, 10), planned(1000, 50)];

/** A first scoring of 20 s, then steps of 100 ms, the first of them slower by half a second. */
const afterSteps = (n: number) => ({
  status: 'training' as const,
  nSteps: 1000,
  steps: Array.from({ length: n }, (_, i) => step(i + 1, 20_600 + 100 * i)),
  evaluations: [evaluation(0, 20_000)],
  progress: { done: 0, total: 0 },
});

test('the first scoring is not taken for the time of a step', () => {
  // What has learnt nothing takes twice as long to answer; the last scoring is four times as large.
  expect(timeLeftMs(afterSteps(4), plan)).toBeCloseTo(996 * 100 + 10_000 + 40_000, 6);
});

test('there is no estimate before there is a pace', () => {
  expect(timeLeftMs(afterSteps(0), plan)).toBeNull();
  expect(timeLeftMs(afterSteps(3), plan)).toBeNull();
});

test('scorings still to come are counted at what the last one took, and not as steps', () => {
  const run = afterSteps(500);
  // At step 500, 5 s of scoring; then on at the old pace.
  const at = run.steps.at(-1).elapsedMs;
  const steps = [...run.steps, step(501, at + 5100), step(502, at + 5200)];
  const later = { ...run, steps, evaluations: [...run.evaluations, evaluation(500, 5000)] };
  expect(timeLeftMs(later, plan)).toBeCloseTo(498 * 100 + 4 * 5000, 6);
});

test('a scoring on its way counts by what is missing of it', () => {
  const run = { ...afterSteps(500), status: 'evaluating' as const };
  const left = (done: number) => timeLeftMs({ ...run, progress: { done, total: 4 } }, plan)!;
  expect(left(0) - left(3)).toBeCloseTo(0.75 * 10_000, 6);
});

test('the last steps set the pace: a computer that slows down is believed', () => {
  const run = afterSteps(10);
  const slow = Array.from({ length: 50 }, (_, i) => step(11 + i, 21_500 + 1000 * (i + 1)));
  const left = timeLeftMs({ ...run, steps: [...run.steps, ...slow] }, plan)!;
  expect(left).toBeCloseTo(940 * 1000 + 50_000, 6);
});
