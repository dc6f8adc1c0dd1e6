import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import { abilityReadings } from '../../src/core/runs/abilityReadings.ts';
import { evaluationPlan } from '../../src/core/runs/evaluationPlan.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';

const stepsOf = (trainTokens: number): number[] =>
  evaluationPlan(parseSettings({ trainTokens }, modelSizes.mini), 4).map(({ step }) => step);

test('runs of the presets’ lengths read the text at each evaluation', () => {
  for (const trainTokens of [150_000, 250_000, 1_000_000, 4_000_000]) {
    const steps = stepsOf(trainTokens);
    expect([...abilityReadings(steps, 768, { trainTokens })]).toEqual(steps);
  }
});

test('a run that is evaluated at every step reads it at the first, the last and some between', () => {
  const steps = Array.from({ length: 101 }, (_, i) => i);
  const read = [...abilityReadings(steps, 768, { trainTokens: 86_400 })];
  expect(read).toEqual([0, 25, 50, 75, 100]);
});

test('a run too short for two readings has none', () => {
  expect(abilityReadings([0, 1, 2], 768, { trainTokens: 2048 }).size).toBe(0);
});

test('reading never takes more than its share, and begins and ends with the run', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 200 }),
      fc.integer({ min: 256, max: 10_000_000 }),
      (count, trainTokens) => {
        const steps = Array.from({ length: count }, (_, i) => 3 * i);
        const read = [...abilityReadings(steps, 768, { trainTokens })];
        expect(read.length * 768 * 0.45).toBeLessThanOrEqual(0.02 * trainTokens);
        if (read.length === 0) return;
        expect([read[0], read.at(-1)]).toEqual([0, steps.at(-1)]);
      },
    ),
  );
});
