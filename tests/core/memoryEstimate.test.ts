import { expect, test } from 'vitest';
import { fittingBatch, memoryEstimate } from '../../src/core/runs/memoryEstimate.ts';
import { checkMemory } from '../../workers/run/checkMemory.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { inWords } from '../inWords.ts';

/** As `mini` is. */
const mini = { nParams: 1_066_112, vocabSize: 2048, activationWords: 23_552 };
const settings = { ...defaultSettings(mini), batchSize: 8, seqLen: 256 };
const unlimited = { totalBytes: null, bufferBytes: null, deviceBytes: null };

test('the batch that is said to fit does, and one row more does not', () => {
  for (const limits of [
    { ...unlimited, totalBytes: 3.2e9 },
    { ...unlimited, deviceBytes: 2 ** 30 },
    { ...unlimited, bufferBytes: 128 * 2 ** 20 },
  ]) {
    const batchSize = fittingBatch(mini, settings, limits);
    const most = (rows: number) => memoryEstimate(mini, { ...settings, batchSize: rows });
    const isWithin = (rows: number): boolean =>
      most(rows).mostBytes <=
        Math.min(limits.totalBytes ?? Infinity, limits.deviceBytes ?? Infinity) &&
      most(rows).largestBuffer <= (limits.bufferBytes ?? Infinity);
    expect(batchSize).toBeGreaterThan(8);
    expect(isWithin(batchSize)).toBe(true);
    expect(isWithin(batchSize + 1)).toBe(false);
  }
});

test('nothing fits where the weights alone are too large, and everything where nobody sets a limit', () => {
  expect(fittingBatch(mini, settings, { ...unlimited, bufferBytes: 4e6 })).toBe(0);
  expect(fittingBatch(mini, settings, { ...unlimited, totalBytes: 30e6 })).toBe(0);
  expect(fittingBatch(mini, settings, unlimited)).toBe(Infinity);
});

test('adapters keep less, longer rows and more of them keep more', () => {
  const { bytes } = memoryEstimate(mini, settings);
  expect(memoryEstimate(mini, { ...settings, loraRank: 8 }).bytes).toBeLessThan(bytes);
  expect(memoryEstimate(mini, { ...settings, batchSize: 16 }).bytes).toBeGreaterThan(1.5 * bytes);
  expect(memoryEstimate(mini, { ...settings, seqLen: 128 }).bytes).toBeLessThan(0.7 * bytes);
});

test('the engine refuses what it cannot address, with what would fit, and not what only the device is short of', () => {
  const limits = { ...unlimited, totalBytes: 3.2e9 };
  const refused = inWords(() => checkMemory({ ...settings, batchSize: 200 }, mini, limits));
  expect(refused).toThrow(/200 rows of 256 tokens do not fit .* at most 130 rows/s);
  const small = { ...limits, deviceBytes: 2 ** 27 };
  expect(() => checkMemory(settings, mini, small)).not.toThrow();
  expect(() => checkMemory(settings, mini, undefined)).not.toThrow();
});
