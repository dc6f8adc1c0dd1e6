import { rowsBelow } from './countRows.ts';
import type { Curve } from './curvePoints.ts';

/** A curve is read where it has a point near enough: this many of its own mean gaps away. */
const reachInGaps = 4;

/** First and last step at which any of these curves can be read, or null when there is none. */
export function stepRange(curves: readonly Curve[]): readonly [number, number] | null {
  const full = curves.filter(({ steps }) => steps.length > 0);
  if (full.length === 0) return null;
  const first = Math.min(...full.map(({ steps }) => steps[0]!));
  const last = Math.max(...full.map(({ steps }) => steps.at(-1)!));
  return [first, last];
}

/** The step of the point, on whichever curve, whose x is nearest to this one; null when there is no point. */
export function stepNearX(curves: readonly Curve[], x: number): number | null {
  let best: { readonly step: number; readonly distance: number } | null = null;
  for (const { xs, steps } of curves) {
    const row = nearestRow(xs, x);
    if (row < 0) continue;
    const distance = Math.abs(xs[row]! - x);
    if (!best || distance < best.distance) best = { step: steps[row]!, distance };
  }
  return best?.step ?? null;
}

/** The next step, forwards or backwards, at which some curve has a point; the same one at the end. */
export function nextStep(curves: readonly Curve[], step: number, direction: 1 | -1): number {
  const beyond = curves.flatMap(({ steps }) => {
    const row = rowsBelow(steps, step);
    if (direction === -1) return steps[row - 1] ?? [];
    return (steps[row] === step ? steps[row + 1] : steps[row]) ?? [];
  });
  if (beyond.length === 0) return step;
  return direction === 1 ? Math.min(...beyond) : Math.max(...beyond);
}

/** The point that a curve has at this step or near it; null where it has nothing near. */
export function readAt({ xs, ys, steps }: Curve, step: number): { x: number; y: number } | null {
  const row = nearestRow(steps, step);
  if (row < 0 || Math.abs(steps[row]! - step) > reachOf(steps)) return null;
  return { x: xs[row]!, y: ys[row]! };
}

function reachOf(steps: Float64Array): number {
  const span = steps.at(-1)! - steps[0]!;
  return steps.length < 2 ? 0 : (reachInGaps * span) / (steps.length - 1);
}

/** Row of the nearest of these rising numbers; -1 when there is none. */
function nearestRow(numbers: Float64Array, value: number): number {
  const at = rowsBelow(numbers, value);
  const [before, after] = [numbers[at - 1], numbers[at]];
  if (before === undefined) return after === undefined ? -1 : 0;
  return after !== undefined && after - value < value - before ? at : at - 1;
}
