import type { ModelSize } from '../models.ts';

/** Found by search on the shipped models, smallest first: parameters, peak rate. */
const found = [
  [153_840, 6e-3],
  [1_066_112, 2.5e-3],
  [4_877_568, 1.5e-3],
] as const;

/**
 * The default peak of AdamW's learning rate for a model of this size: a power law in the number of
 * parameters between each two sizes that were searched, carried on beyond the ends, to three digits.
 * At 124 million it gives 5.1e-4, where GPT-3's models of 125 million took 6e-4 (Brown et al. 2020,
 * table 2.1).
 */
export function peakLearningRate({ nParams }: ModelSize): number {
  const [small, middle, large] = found;
  const [[size, rate], [nextSize, nextRate]] =
    nParams < middle[0] ? [small, middle] : [middle, large];
  const slope = Math.log(nextRate / rate) / Math.log(nextSize / size);
  const peak = rate * (nParams / size) ** slope;
  return Math.min(1, Number(peak.toPrecision(3)));
}
