/** A curve: [n] each, in order of x. */
export interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The points that `isKept` says. */
export function filterPoints({ xs, ys }: Points, isKept: (y: number) => boolean): Points {
  const rows = Array.from(ys.keys()).filter((i) => isKept(ys[i]!));
  if (rows.length === ys.length) return { xs, ys };
  return { xs: Float64Array.from(rows, (i) => xs[i]!), ys: Float64Array.from(rows, (i) => ys[i]!) };
}

/**
 * At most about `most` points that look the same at that many pixels: of each stretch the lowest and the highest
 * in their order, and any that is not a number; the ends stay.
 */
export function thinned({ xs, ys }: Points, most: number): Points {
  const n = ys.length;
  if (n <= most) return { xs, ys };
  const kept: number[] = [0];
  const stretches = Math.max(1, Math.floor(most / 2) - 1);
  const inner = n - 2;
  for (let k = 0; k < stretches; k++) {
    const from = 1 + Math.floor((k * inner) / stretches);
    const to = 1 + Math.floor(((k + 1) * inner) / stretches);
    kept.push(...extremes(ys, from, to));
  }
  kept.push(n - 1);
  return { xs: Float64Array.from(kept, (i) => xs[i]!), ys: Float64Array.from(kept, (i) => ys[i]!) };
}

/** Rows of the lowest, the highest and all broken values between two rows, in order. */
function extremes(ys: Float64Array, from: number, to: number): number[] {
  let low = -1;
  let high = -1;
  const broken: number[] = [];
  for (let i = from; i < to; i++) {
    if (!Number.isFinite(ys[i]!)) broken.push(i);
    else {
      if (low < 0 || ys[i]! < ys[low]!) low = i;
      if (high < 0 || ys[i]! > ys[high]!) high = i;
    }
  }
  return [...new Set([low, high, ...broken])].filter((i) => i >= 0).sort((a, b) => a - b);
}
