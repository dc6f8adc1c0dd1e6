import type { Points } from '../../../core/analysis/curves/points.ts';
import { pixelX, pixelY, type PlotFrame } from './plotFrame.ts';

/** A line through these points, as the `d` of an SVG path. */
export function svgPath({ xs, ys }: Points, frame: PlotFrame): string {
  let path = '';
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [pixelX(frame, xs[i]!), pixelY(frame, ys[i]!)];
    path += `${i === 0 ? 'M' : 'L'}${tenths(x)} ${tenths(y)}`;
  }
  return path;
}

const tenths = (pixel: number): number => Math.round(pixel * 10) / 10;

/** A triangle that points down to this place: where values are lost. */
export function lostMark(x: number, y: number, size = 4): string {
  const [left, right, top] = [x - size, x + size, y - 1.5 * size];
  return `M${tenths(left)} ${tenths(top)}L${tenths(right)} ${tenths(top)}L${tenths(x)} ${tenths(y)}Z`;
}
