/** How many columns small plots stand in. */
export interface PlotGrid {
  readonly columns: number;
  /** Height of a row, px. */
  readonly rowHeight: number;
}

/** Least size at which a small plot can be read, px. */
const [leastWidth, leastHeight] = [140, 72];

/**
 * The grid that shows most of `n` plots at once in this room; what does not fit is scrolled to.
 *
 * @param asked 0: as many columns as there is room for
 */
export function plotGrid(n: number, width: number, height: number, asked: number): PlotGrid {
  const most = Math.max(1, Math.floor(width / leastWidth));
  const columns = asked > 0 ? asked : Math.min(most, evenColumns(n, most, height));
  const rows = Math.ceil(n / columns);
  return { columns, rowHeight: Math.max(leastHeight, Math.floor(height / rows)) };
}

/** As few columns as put all plots in view, or as many as there are. */
function evenColumns(n: number, most: number, height: number): number {
  const rowsInView = Math.max(1, Math.floor(height / leastHeight));
  return Math.min(most, Math.max(1, Math.ceil(n / rowsInView)));
}
