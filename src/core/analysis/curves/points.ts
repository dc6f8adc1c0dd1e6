/** A curve: [n] each, in order of x. */
export interface Points {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}
