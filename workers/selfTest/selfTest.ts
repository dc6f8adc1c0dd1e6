import * as tf from '@tensorflow/tfjs-core';
import { refuseKernels, setReferenceMode, usesKernel } from '../kernels/implementation.ts';
import { operations as ours } from '../kernels/index.ts';
import { kernelNames } from '../kernels/operation.ts';
import type { Operation } from '../kernels/operation.ts';
import { slopeError } from './directionalSlope.ts';
import { type EngineNote, noteOf } from '../../src/core/engineNote.ts';

/** Largest difference allowed, relative to the largest value. */
const tolerance = 2e-3;

/**
 * Compares each of our kernels with its reference on the visitor's own device, on small inputs, and
 * then the gradient of a tiny model with the slope of its loss. What is wrong falls back to plain
 * operations. Gives a note for each fall-back.
 * @throws when even plain operations give a wrong gradient here (seen on some phones' WebGPU).
 */
export async function selfTest(operations: readonly Operation[] = ours): Promise<EngineNote[]> {
  const wrong: string[] = [];
  for (const operation of operations) {
    const names = kernelNames([operation]);
    if (!names.some(usesKernel)) continue;
    if (!(await agrees(operation))) wrong.push(...names);
  }
  refuseKernels(wrong);
  const notes = wrong.length > 0 ? [noteOf('kernelsFallBack', { names: wrong })] : [];
  return (await slopeError()) < 0.05
    ? notes
    : [...notes, ...(await withoutKernels(kernelNames(operations)))];
}

async function agrees({ check }: Operation): Promise<boolean> {
  try {
    const ours = await valuesOf(check);
    setReferenceMode(true);
    const wanted = await valuesOf(check);
    return ours.every((values, i) => difference(values, wanted[i]!) < tolerance);
  } catch (error) {
    console.warn('Self-test of a kernel', error);
    return false;
  } finally {
    setReferenceMode(false);
  }
}

async function valuesOf(run: () => tf.Tensor[]): Promise<Float32Array[]> {
  const tensors = tf.tidy(run);
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  tf.dispose(tensors);
  return values;
}

/** Infinite when anything is not a number. */
function difference(got: Float32Array, wanted: Float32Array): number {
  let largest = 1e-6;
  let worst = 0;
  wanted.forEach((value, i) => {
    const distance = Math.abs(got[i]! - value);
    largest = Math.max(largest, Math.abs(value));
    worst = Number.isFinite(distance) ? Math.max(worst, distance) : Infinity;
  });
  return worst / largest;
}

async function withoutKernels(names: readonly string[]): Promise<EngineNote[]> {
  refuseKernels(names);
  if ((await slopeError()) < 0.05) {
    return [noteOf('gradientFallsBack', {})];
  }
  throw new Error('the gradient of a small model does not fit the slope of its loss');
}
