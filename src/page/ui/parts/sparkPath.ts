/** A point of a sparkline: `x` of 0 to the run's end, `y` of 0–100. */
export interface SparkPoint {
  readonly x: number;
  readonly y: number;
}

const inHundredths = (value: number): number => Math.round(value * 100) / 100;

/** An SVG path through the points in a box of 100 × 100, the run's end at its right edge. */
export function sparkPath(points: readonly SparkPoint[], end: number): string {
  const width = Math.max(1, end, points.at(-1)?.x ?? 0);
  const places = points.map(
    ({ x, y }) => `${inHundredths((100 * x) / width)},${inHundredths(100 - y)}`,
  );
  return places.length > 0 ? `M${places.join('L')}` : '';
}
