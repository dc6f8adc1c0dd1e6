import { drawnPoints } from '../../../../core/analysis/curves/drawnPoints.ts';
import type { ChangeMark, Plot } from '../../../state/plotData.ts';
import { pixelX, pixelY, type PlotFrame } from '../../../ui/plot/plotFrame.ts';
import { lostMark, svgPath } from '../../../ui/plot/svgPath.ts';

/** A line of a small plot as SVG. */
export interface DrawnLine {
  readonly id: string;
  readonly d: string;
  /** Triangles where values are lost. */
  readonly lost: string;
  /** Of a line of one point, which is a dot. */
  readonly dot: readonly [x: number, y: number] | null;
  readonly colour: string;
  readonly dash: string;
  readonly width: number;
  readonly opacity: number;
}

/** What a small plot shows, in pixels. */
export interface DrawnPlot {
  readonly frame: PlotFrame;
  readonly lines: readonly DrawnLine[];
  readonly levels: readonly { readonly y: number; readonly isDotted: boolean }[];
  readonly marks: readonly { readonly x: number; readonly kind: ChangeMark['kind'] }[];
}

/** Pixels a stretch of which the lowest and the highest point are drawn. */
const pixelsPerColumn = 2;

/** Draws a plot into this frame. */
export function drawSmallPlot(
  plot: Plot,
  frame: PlotFrame,
  marks: readonly ChangeMark[],
  xOf: (step: number) => number,
): DrawnPlot {
  const columns = Math.max(30, Math.round((frame.right - frame.left) / pixelsPerColumn));
  const isIn = (pixel: number): boolean => pixel >= frame.left && pixel <= frame.right;
  return {
    frame,
    lines: plot.lines.map((line) => {
      const { xs, ys, broken } = drawnPoints(line.curve(), frame.x, columns, frame.isLog);
      const lost = Array.from(broken.xs, (x, i) =>
        lostMark(pixelX(frame, x), pixelY(frame, broken.ys[i]!)),
      );
      return {
        id: line.id,
        d: svgPath({ xs, ys }, frame),
        lost: lost.join(''),
        dot: xs.length === 1 ? ([pixelX(frame, xs[0]!), pixelY(frame, ys[0]!)] as const) : null,
        colour: line.colour,
        dash: line.dash.join(' '),
        width: line.width,
        opacity: line.opacity,
      };
    }),
    levels: plot.levels().map(({ y, isDotted }) => ({ y: pixelY(frame, y), isDotted })),
    marks: marks
      .map(({ step, kind }) => ({ x: pixelX(frame, xOf(step)), kind }))
      .filter(({ x }) => isIn(x)),
  };
}
