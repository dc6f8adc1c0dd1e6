/** TensorBoard's. */
export const defaultSmoothing = 0.6;

/**
 * Debiased exponential moving average, as TensorBoard's scalar charts compute it:
 * `last = weight·last + (1 − weight)·y`, shown as `last / (1 − weightᵏ)` after k finite points.
 * Non-finite values pass through and leave the average alone; a constant series stays itself.
 *
 * @param values one series in order of steps
 * @param weight 0 (no smoothing) to below 1
 * @returns a new array of the same length
 */
export function smooth(values: ArrayLike<number>, weight: number): Float64Array {
  const smoothed = Float64Array.from(values);
  if (weight <= 0 || isConstant(smoothed)) return smoothed;
  let last = 0;
  let decay = 1; // weightᵏ
  for (let i = 0; i < smoothed.length; i++) {
    if (!Number.isFinite(smoothed[i])) continue;
    last = last * weight + (1 - weight) * smoothed[i]!;
    decay *= weight;
    smoothed[i] = last / (1 - decay);
  }
  return smoothed;
}

const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);
