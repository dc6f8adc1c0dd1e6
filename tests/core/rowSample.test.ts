import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowSample } from '../../src/core/tasks/rows/rowSample.ts';
import type { InstructionRow } from '../../src/core/tasks/rows/instructionRow.ts';

const row = (n: number, output = 'yes'): InstructionRow => ({
  instruction: 'Say yes.',
  input: `question ${n}`,
  outputs: [output],
  place: { unit: 'line', at: n },
});

function sampled(rows: readonly InstructionRow[], limits: { rows: number; characters: number }) {
  const sample = new RowSample(limits);
  for (const one of rows) sample.take(one);
  return sample;
}

const numbered = (count: number): InstructionRow[] =>
  Array.from({ length: count }, (_, i) => row(i));
const plenty = { rows: 1e9, characters: 1e9 };

test('what fits is kept whole and in its order', () => {
  const rows = numbered(100);
  const sample = sampled(rows, { rows: 100, characters: 1e6 });
  expect(sample.rows).toEqual(rows);
  expect(sample.nNotKept).toBe(0);
});

test('never more rows and letters than the limits, nearly as many, and a book on the rest', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 2000 }),
      fc.integer({ min: 10, max: 400 }),
      (count, max) => {
        const byRows = sampled(numbered(count), { ...plenty, rows: max });
        expect(byRows.rows.length).toBe(Math.min(count, max));
        expect(byRows.nNotKept).toBe(count - byRows.rows.length);
        const characters = 30 * max;
        const byLetters = sampled(numbered(count), { ...plenty, characters }).rows;
        const letters = byLetters.flatMap((one) => [one.instruction, one.input, ...one.outputs]);
        expect(letters.join('').length).toBeLessThanOrEqual(1.25 * characters);
        if (count > 2 * max) expect(letters.join('').length).toBeGreaterThan(0.9 * characters);
      },
    ),
    { numRuns: 50 },
  );
});

test('the sample is spread over the file, is the same each time, and keeps the order', () => {
  const places = (): number[] =>
    sampled(numbered(20_000), { ...plenty, rows: 1000 }).rows.map(({ place }) => place.at);
  const kept = places();
  expect(places()).toEqual(kept);
  expect(kept).toEqual(kept.toSorted((a, b) => a - b));
  const byTenth = Array.from(
    { length: 10 },
    (_, i) => kept.filter((at) => Math.floor(at / 2000) === i).length,
  );
  // 100 are expected in each, with a standard deviation of 9.5: five of them on either side.
  for (const count of byTenth) expect(Math.abs(count - 100)).toBeLessThan(48);
});

test('a larger limit keeps what a smaller one keeps, and answers to one question stay together', () => {
  const rows = numbered(3000).flatMap((one) => [one, { ...one, outputs: ['no'] }]);
  const few = sampled(rows, { ...plenty, rows: 500 }).rows;
  const many = new Set(sampled(rows, { ...plenty, rows: 1500 }).rows);
  expect(few.every((one) => many.has(one))).toBe(true);
  const answers = new Map<string, number>();
  for (const { input } of few) answers.set(input, (answers.get(input) ?? 0) + 1);
  expect([...new Set(answers.values())]).toEqual([2]);
});
