/**
 * The column that holds at a moment: the last evaluation up to this step, the first one before that.
 * @param steps of the columns, ascending
 * @param step null: now, which is the newest column
 * @returns its index; −1 without any column
 */
export function columnAt(steps: readonly number[], step: number | null): number {
  if (step === null) return steps.length - 1;
  const later = steps.findIndex((one) => one > step);
  return later < 0 ? steps.length - 1 : Math.min(Math.max(0, later - 1), steps.length - 1);
}

/** At most `most` of `count` columns, evenly apart, the first and the newest among them. */
export function columnsShown(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, i) => i);
  if (most < 2) return [count - 1];
  return Array.from({ length: most }, (_, i) => Math.round((i * (count - 1)) / (most - 1)));
}
