import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { emulatedVariants, gpuVariants } from '../../../workers/webgpu/chooseVariants.ts';
import type { Variants } from '../../../workers/webgpu/variants.ts';
import { openRecorder } from './openRecorder.ts';
import { variantCases } from './variantCases.ts';

const errors: string[] = [];
const recorder = await openRecorder((message) => errors.push(message));
const has = (feature: GPUFeatureName): boolean => recorder?.device.features.has(feature) === true;

const others: [name: string, variants: Variants, tolerance: number, isThere: boolean][] = [
  ['the workgroup variant', gpuVariants, 1e-5, recorder !== null],
  ['the subgroup variant', { ...gpuVariants, usesSubgroups: true }, 1e-5, has('subgroups')],
  ['half precision', { ...gpuVariants, precision: 'fp16' }, 2e-3, has('shader-f16')],
];

describe.each(others)('On Dawn (see README.md), %s', (_, variants, tolerance, isThere) => {
  beforeEach(() => {
    errors.length = 0;
  });

  it.skipIf(!isThere).each(variantCases)('of $name gives what the registers give', async (one) => {
    const expected = await outputs(emulatedVariants(4), one.run);
    const actual = await outputs(variants, one.run);
    expect(errors).toEqual([]);
    expect(actual.length).toBe(expected.length);
    actual.forEach((values, i) => {
      expect(largestDifference(values, expected[i]!)).toBeLessThan(tolerance);
    });
  });

  it.skipIf(!isThere).each(variantCases)('of $name gives the same bits again', async (one) => {
    expect(await outputs(variants, one.run)).toEqual(await outputs(variants, one.run));
  });
});

afterAll(() => {
  recorder?.device.destroy();
});

async function outputs(variants: Variants, run: () => tf.Tensor[]): Promise<Float32Array[]> {
  recorder!.variants = variants;
  const tensors = tf.tidy(run);
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose(tensors);
  return values;
}

/** Relative to the largest number expected, or to 1, the size of the inputs. */
function largestDifference(actual: Float32Array, expected: Float32Array): number {
  const scale = expected.reduce((largest, x) => Math.max(largest, Math.abs(x)), 1);
  return actual.reduce((worst, x, i) => Math.max(worst, Math.abs(x - expected[i]!) / scale), 0);
}
