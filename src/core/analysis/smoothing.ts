/** TensorBoard's. */
export const defaultSmoothing = 0.6;

/**
 * Debiased exponential moving average, as TensorBoard's scalar charts compute it:
 * `last = weight·last + (1 − weight)·y`, shown as `last / (1 − weightᵏ)` after k finite points.
 * Non-finite values pass through and leave the average alone; a series stays itself as long as it is constant.
 */
export class Smoother {
  readonly weight: number;
  #last = 0;
  #decay = 1; // weightᵏ
  #only: number | null = null;
  #isConstant = true;

  /** @param weight 0 (no smoothing) to below 1 */
  constructor(weight: number) {
    this.weight = weight;
  }

  /** The next value of the series, smoothed. */
  next(y: number): number {
    if (!Number.isFinite(y)) return y;
    this.#only ??= y;
    this.#isConstant &&= y === this.#only;
    this.#last = this.#last * this.weight + (1 - this.weight) * y;
    this.#decay *= this.weight;
    return this.#isConstant ? y : this.#last / (1 - this.#decay);
  }
}

/**
 * @param values one series in order of steps
 * @param weight 0 (no smoothing) to below 1
 * @returns a new array of the same length
 */
export function smooth(values: ArrayLike<number>, weight: number): Float64Array {
  const smoother = new Smoother(weight);
  return Float64Array.from(values, (y) => smoother.next(y));
}
