/** A list of rows of one height behind a window, px. */
export interface ScrolledRows {
  readonly top: number;
  readonly height: number;
  readonly rowHeight: number;
  readonly count: number;
}

/** Rows beyond the window's edges that are drawn too, so that a flick finds them. */
const beyond = 6;

/** The first and the last row that are drawn, from 0; last below first where there is none. */
export function rowsInSight({ top, height, rowHeight, count }: ScrolledRows): {
  readonly first: number;
  readonly last: number;
} {
  if (rowHeight <= 0) return { first: 0, last: -1 };
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const last = Math.min(count - 1, Math.ceil((top + height) / rowHeight) + beyond);
  return { first: Math.min(first, Math.max(0, count - 1)), last };
}
