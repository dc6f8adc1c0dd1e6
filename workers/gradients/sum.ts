import type { GradientPolicy } from './gradientPolicy.ts';

/** The gradient of the batch's loss, which is the sum of its tasks' gradients. */
export const sum: GradientPolicy = { name: 'sum', readings: [] };
