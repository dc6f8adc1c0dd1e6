/**
 * Debiased exponential moving average, as TensorBoard's scalar charts compute it:
 * `last = weight·last + (1 − weight)·y`, shown as `last / (1 − weightᵏ)` after k finite points.
 * Non-finite values pass through and leave the average alone; a constant series stays itself.
 *
 * @param values one series in order of steps
 * @param weight 0 (no smoothing) to below 1
 * @returns a new array of the same length
 */
export function smooth(values: readonly number[], weight: number): number[] {
  const isConstant = values.every((value) => value === values[0]);
  if (weight <= 0 || isConstant) return values.slice();
  let last = 0;
  let count = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    last = last * weight + (1 - weight) * value;
    count += 1;
    return last / (1 - weight ** count);
  });
}
