import type { Curve } from '../../../../core/analysis/curves/curvePoints.ts';
import { nextStep, stepRange } from '../../../../core/analysis/curves/readings.ts';
import type { CurvesPicture } from '../../../state/curvesPicture.svelte.ts';
import type { TimeCursor } from '../../../state/timeCursor.svelte.ts';

/** What keys on a plot act on. */
export interface KeyedPlot {
  readonly picture: CurvesPicture;
  readonly cursor: TimeCursor;
  /** Of the lines that are read. */
  readonly curves: () => readonly Curve[];
  readonly xOf: (step: number) => number;
}

/** Steps that an arrow with Shift goes. */
const large = 10;

/** What this key does to the crosshair or to the zoom; false where it does nothing. */
export function plotKey(event: KeyboardEvent, plot: KeyedPlot): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return zoomKey(event.key, plot) || moveKey(event, plot);
}

function zoomKey(key: string, { picture, cursor, xOf }: KeyedPlot): boolean {
  const { zoom } = picture.view;
  const middle = (picture.window.from + picture.window.to) / 2;
  const x = cursor.step === null ? middle : xOf(cursor.step);
  if (key === '+' || key === '=') zoom.by(2, x, picture.whole);
  else if (key === '-') zoom.by(0.5, x, picture.whole);
  else if (key === '0') zoom.reset();
  else if (key === 'Backspace') zoom.back();
  else return false;
  return true;
}

function moveKey({ key, shiftKey }: KeyboardEvent, plot: KeyedPlot): boolean {
  const { cursor } = plot;
  if (key === 'Escape' && cursor.step !== null) {
    cursor.step = null;
    return true;
  }
  const curves = plot.curves();
  const range = stepRange(curves);
  if (!range) return false;
  const step = stepOfKey(key, shiftKey ? large : 1, plot, curves, range);
  if (step === null) return false;
  cursor.step = step;
  showStep(plot, step);
  return true;
}

/** The first arrow shows the crosshair, at the end of the curves. */
function stepOfKey(
  key: string,
  times: number,
  { cursor, picture }: KeyedPlot,
  curves: readonly Curve[],
  [first, last]: readonly [number, number],
): number | null {
  const at = cursor.step ?? last;
  if (key === 'Home') return first;
  if (key === 'End') return last;
  if (key === 'PageUp') return picture.marks.findLast(({ step }) => step < at)?.step ?? first;
  if (key === 'PageDown') return picture.marks.find(({ step }) => step > at)?.step ?? last;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  if (cursor.step === null && key === 'ArrowLeft') return at;
  let step = at;
  for (let i = 0; i < times; i++) step = nextStep(curves, step, key === 'ArrowRight' ? 1 : -1);
  return step;
}

/** What a key has gone to is in view: a zoomed plot moves along. */
function showStep({ picture, xOf }: KeyedPlot, step: number): void {
  const { from, to } = picture.window;
  const x = xOf(step);
  if (x < from) picture.view.zoom.pan(x - from, picture.whole);
  if (x > to) picture.view.zoom.pan(x - to, picture.whole);
}
