import type { Window } from '../../../core/analysis/curves/drawnPoints.ts';

/** Where a plot's values lie in pixels. */
export interface PlotFrame {
  readonly x: Window;
  readonly y: Window;
  /** The y axis counts in powers. */
  readonly isLog: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function pixelX({ x, left, right }: PlotFrame, value: number): number {
  const span = x.to - x.from;
  return span > 0 ? left + ((value - x.from) / span) * (right - left) : left;
}

export function pixelY({ y, isLog, top, bottom }: PlotFrame, value: number): number {
  const place = isLog ? Math.log(value / y.from) / Math.log(y.to / y.from) : linear(y, value);
  return bottom - place * (bottom - top);
}

const linear = ({ from, to }: Window, value: number): number =>
  to > from ? (value - from) / (to - from) : 0.5;

/** The x under this pixel; the nearest end outside the plot. */
export function xAtPixel({ x, left, right }: PlotFrame, pixel: number): number {
  const share = Math.min(1, Math.max(0, (pixel - left) / Math.max(1, right - left)));
  return x.from + share * (x.to - x.from);
}
