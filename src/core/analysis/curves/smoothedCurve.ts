import { Smoother } from '../smoothing.ts';
import { Extremes } from './extremes.ts';
import { GrowingNumbers } from './growingNumbers.ts';

/** A curve smoothed as far as it has been made. */
export class SmoothedCurve {
  readonly weight: number;
  readonly #smoother: Smoother;
  readonly #ys = new GrowingNumbers();
  readonly #extremes = new Extremes();

  constructor(weight: number) {
    this.weight = weight;
    this.#smoother = new Smoother(weight);
  }

  /** These values smoothed; those of an earlier call are their beginning. */
  upTo(raw: Float64Array): { readonly ys: Float64Array; readonly extremes: Extremes } {
    for (let i = this.#ys.length; i < raw.length; i++) {
      this.#ys.push(this.#smoother.next(raw[i]!));
    }
    this.#extremes.grow(this.#ys.first());
    return { ys: this.#ys.first(), extremes: this.#extremes };
  }
}
