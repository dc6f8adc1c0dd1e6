import type { Settings } from '../../src/core/settings/table.ts';

/**
 * Learning rate of a step (1-based): linear warm-up, then a cosine from the peak down to
 * `finalLearningRateShare` of it at the last step (Loshchilov & Hutter 2017, eq. 5, one period).
 */
export function learningRateAt(
  step: number,
  nSteps: number,
  settings: Pick<Settings, 'learningRate' | 'warmupShare' | 'finalLearningRateShare'>,
): number {
  const { learningRate, warmupShare, finalLearningRateShare } = settings;
  const warmupSteps = Math.round(warmupShare * nSteps);
  if (step <= warmupSteps) return (learningRate * step) / warmupSteps;
  const done = (step - warmupSteps) / Math.max(1, nSteps - warmupSteps);
  const cosine = (1 + Math.cos(Math.PI * Math.min(1, done))) / 2;
  return learningRate * (finalLearningRateShare + (1 - finalLearningRateShare) * cosine);
}
