import type { Curve } from '../../../../core/analysis/curves/curvePoints.ts';
import { stepNearX } from '../../../../core/analysis/curves/readings.ts';
import type { CurvesPicture } from '../../../state/curvesPicture.svelte.ts';
import type { TimeCursor } from '../../../state/timeCursor.svelte.ts';
import { xAtPixel, type PlotFrame } from '../../../ui/plot/plotFrame.ts';
import type { PlotHand } from '../../../ui/plot/plotPointer.ts';

/** A plot that a hand can reach. */
export interface HandledPlot {
  readonly picture: CurvesPicture;
  readonly cursor: TimeCursor;
  readonly curves: () => readonly Curve[];
  /** null until it was drawn. */
  readonly frame: () => PlotFrame | null;
  readonly onpointer?: (y: number | null) => void;
  readonly onband: (stretch: readonly [number, number] | null) => void;
}

/** What a hand does on a plot: it points at a step, and zooms all plots at once. */
export function plotHand(plot: HandledPlot): PlotHand {
  const { picture, cursor } = plot;
  const { zoom } = picture.view;
  const xAt = (pixel: number): number | null => {
    const frame = plot.frame();
    return frame && xAtPixel(frame, pixel);
  };
  /** The frame as it will be drawn: two moves of a hand may come before the next drawing. */
  const coming = (): PlotFrame | null => {
    const frame = plot.frame();
    return frame && { ...frame, x: picture.window };
  };
  return {
    point(pixel, y) {
      const x = xAt(pixel);
      if (x !== null) cursor.step = stepNearX(plot.curves(), x);
      plot.onpointer?.(y);
    },
    leave() {
      cursor.step = null;
      plot.onpointer?.(null);
    },
    band(stretch, isDone) {
      plot.onband(isDone ? null : stretch);
      if (!isDone || !stretch) return;
      const [from, to] = [xAt(stretch[0]), xAt(stretch[1])];
      if (from !== null && to !== null) zoom.to({ from, to }, picture.whole);
    },
    pan(by) {
      const frame = coming();
      if (!frame) return;
      const perPixel = (frame.x.to - frame.x.from) / Math.max(1, frame.right - frame.left);
      zoom.pan(by * perPixel, picture.whole);
    },
    zoomBy(factor, pixel) {
      const frame = coming();
      if (frame) zoom.by(factor, xAtPixel(frame, pixel), picture.whole);
    },
    reset: () => zoom.reset(),
  };
}
