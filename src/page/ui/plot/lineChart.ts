import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
  type Scale,
} from 'chart.js';
import { drawnPoints, type Window } from '../../../core/analysis/curves/drawnPoints.ts';
import { niceTicks } from '../../../core/analysis/curves/ticks.ts';
import { formatShort } from '../../i18n/format.ts';
import type { PlotLevel, PlotLine, PlotMark } from '../../state/plotData.ts';
import { createColours, type Colours } from './colours.ts';
import { markHeads } from './markShape.ts';
import { pixelX, pixelY, type PlotFrame } from './plotFrame.ts';
import { lostMark } from './svgPath.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

/** A mark with its place on the x axis. */
export interface PlacedMark extends PlotMark {
  readonly x: number;
}

export interface LineChartContent {
  readonly lines: readonly PlotLine[];
  /** The line that stands out, by its subject. */
  readonly highlighted: string | null;
  readonly levels: readonly PlotLevel[];
  readonly marks: readonly PlacedMark[];
  readonly x: Window;
  readonly y: Window;
  readonly isLog: boolean;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (x: number) => string;
  /** There is nothing between two whole x. */
  readonly isWholeX: boolean;
}

export interface LineChartHandle {
  /** Draws this, and says where it lies. */
  readonly show: (content: LineChartContent) => PlotFrame;
  /** The theme has changed: colours are asked for anew at the next `show`. */
  readonly forgetColours: () => void;
  readonly destroy: () => void;
}

type LineData = { x: number; y: number }[];
type LineDataset = ChartDataset<'line', LineData>;

/** What is drawn beside the lines. */
interface Beside {
  content: LineChartContent | null;
  frame: PlotFrame | null;
  broken: { readonly x: number; readonly y: number; readonly colour: string }[];
}

/**
 * Chart.js behind a few calls; it never animates and never parses. The crosshair is no part of it: pointing draws
 * no line again.
 *
 * @param onresize its size has changed, and with it the frame
 */
export function createLineChart(canvas: HTMLCanvasElement, onresize: () => void): LineChartHandle {
  const host = canvas.parentElement ?? document.body;
  const colours = createColours(host);
  const beside: Beside = { content: null, frame: null, broken: [] };
  const chart = new Chart<'line', LineData>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: { ...baseOptions, onResize: () => onresize() },
    plugins: [besidePlugin(beside, colours)],
  });
  // Chart.js knows a dataset by its object and options by their identity: keeping both spares it
  // from building every line and axis anew at each drawing.
  let datasets = new Map<string, LineDataset>();
  let optionsKey = '';
  return {
    show(content) {
      const key = keyOf(content);
      if (key !== optionsKey) chart.options = optionsFor(content, colours.resolve, onresize);
      optionsKey = key;
      setEnds(chart, content);
      beside.content = content;
      beside.broken = [];
      const lineWidth = lineWidthOf(host);
      const columns = Math.max(60, Math.round(chart.width / 2));
      datasets = new Map(
        content.lines.map((line) => {
          const { points, dots } = pointsOf(line, content, columns, beside);
          const id = `${line.id} ${dots}`;
          const look = lookOf(line, content.highlighted, lineWidth, colours.resolve);
          const made = { ...look, data: points, pointRadius: dots, pointBorderWidth: 0 };
          return [id, Object.assign(datasets.get(id) ?? { ...fixed }, made)];
        }),
      );
      chart.data.datasets = [...datasets.values()];
      chart.update('none');
      return (beside.frame = frameOf(chart, content));
    },
    forgetColours() {
      colours.forget();
      optionsKey = '';
    },
    destroy: () => chart.destroy(),
  };
}

const fixed = { borderJoinStyle: 'round', spanGaps: true, indexAxis: 'x' } as const;

/** Points of a line that may each be marked. */
const maxDots = 40;

function pointsOf(
  line: PlotLine,
  { x, isLog }: LineChartContent,
  columns: number,
  beside: Beside,
): { points: LineData; dots: number } {
  const { xs, ys, broken } = drawnPoints(line.curve(), x, columns, isLog);
  broken.xs.forEach((at, i) =>
    beside.broken.push({ x: at, y: broken.ys[i]!, colour: line.colour }),
  );
  const dots = xs.length === 1 ? 3 : line.hasDots && xs.length <= maxDots ? 2 : 0;
  return { points: Array.from(xs, (at, i) => ({ x: at, y: ys[i]! })), dots };
}

/** How much of the others is seen beside the line that stands out. */
const besideHighlighted = 0.25;

function lookOf(
  line: PlotLine,
  highlighted: string | null,
  lineWidth: number,
  resolve: Colours['resolve'],
): Partial<LineDataset> {
  const isOut = highlighted === line.subjectId;
  const opacity = line.opacity * (highlighted === null || isOut ? 1 : besideHighlighted);
  const colour = resolve(line.colour, opacity);
  return {
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: line.width * lineWidth * (isOut && line.isRead ? 1.5 : 1),
    borderDash: [...line.dash],
  };
}

const lineWidthOf = (host: HTMLElement): number =>
  Number.parseFloat(getComputedStyle(host).getPropertyValue('--line-width')) || 2;

/** What the axes depend on. */
const keyOf = ({ isLog, xLabel, yLabel, isWholeX }: LineChartContent): string =>
  JSON.stringify([isLog, xLabel, yLabel, isWholeX]);

const baseOptions: ChartOptions<'line'> = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  // A resize is answered at once: put off (`resizeDelay`), it would be answered by a chart that may be gone by then.
  maintainAspectRatio: false,
  events: [],
  layout: { padding: { top: 6, right: 6 } },
};

function optionsFor(
  content: LineChartContent,
  resolve: Colours['resolve'],
  onresize: () => void,
): ChartOptions<'line'> {
  const ticks = {
    color: resolve('var(--ink-soft)'),
    font: fontOf(),
    maxRotation: 0,
  };
  const grid = { color: resolve('var(--line)'), tickColor: resolve('var(--line)') };
  const title = (text: string) => ({
    display: true,
    text,
    color: ticks.color,
    font: ticks.font,
    padding: 0,
  });
  return {
    ...baseOptions,
    onResize: () => onresize(),
    scales: {
      x: {
        type: 'linear',
        grid: { ...grid, display: false },
        border: { color: resolve('var(--edge)') },
        ticks: { ...ticks, callback: (x) => content.formatX(Number(x)) },
        title: title(content.xLabel),
        afterBuildTicks: (axis) => {
          setTicks(axis, 8, false);
          if (content.isWholeX)
            axis.ticks = axis.ticks.filter(({ value }) => Number.isInteger(value));
        },
      },
      y: {
        type: content.isLog ? 'logarithmic' : 'linear',
        grid,
        border: { display: false },
        ticks: { ...ticks, callback: (y) => formatShort(Number(y)) },
        title: title(content.yLabel),
        afterBuildTicks: (axis) => setTicks(axis, axis.chart.height < 220 ? 4 : 6, content.isLog),
      },
    },
  };
}

/** Of the words in the picture: as small as the page's smallest, 12 px of 14. */
function fontOf(): { readonly size: number; readonly family: string } {
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  return { size: Math.max(12, Number.parseFloat(fontSize) * (12 / 14)), family: fontFamily };
}

function setTicks(axis: Scale, most: number, isLog: boolean): void {
  const ticks = niceTicks({ from: axis.min, to: axis.max }, most, isLog);
  axis.ticks = ticks.map((value) => ({ value }));
}

/** In what the chart was given: what it makes of that is made anew with each update. */
function setEnds({ config }: Chart<'line', LineData>, { x, y }: LineChartContent): void {
  const scales = config.options!.scales!;
  Object.assign(scales.x!, { min: x.from, max: x.to });
  Object.assign(scales.y!, { min: y.from, max: y.to });
}

function frameOf(
  { chartArea: { left, right, top, bottom } }: Chart<'line', LineData>,
  { x, y, isLog }: LineChartContent,
): PlotFrame {
  return { x, y, isLog, left, right, top, bottom };
}

/** Levels, fader marks and triangles for lost values. */
function besidePlugin(beside: Beside, { resolve }: Colours): Plugin<'line'> {
  return {
    id: 'beside',
    afterDatasetsDraw(chart) {
      const { content } = beside;
      if (!content) return;
      const frame = { ...chart.chartArea, x: content.x, y: content.y, isLog: content.isLog };
      const { ctx } = chart;
      const { left, right, top, bottom } = frame;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top - 6, right - left, bottom - top + 6);
      ctx.clip();
      drawLevels(ctx, content, frame, resolve('var(--ink-soft)'));
      for (const mark of content.marks) {
        const at = pixelX(frame, mark.x);
        if (mark.kind === 'evaluation') {
          stroke(ctx, [at, bottom - 5, at, bottom], resolve('var(--ink-soft)'), []);
          continue;
        }
        stroke(ctx, [at, top, at, bottom], resolve('var(--edge)'), [2, 3]);
        ctx.fillStyle = resolve('var(--ink-soft)');
        head(ctx, at, top, markHeads[mark.kind]);
      }
      for (const { x, y, colour } of beside.broken) {
        ctx.fillStyle = resolve(colour);
        ctx.fill(new Path2D(lostMark(pixelX(frame, x), pixelY(frame, y), 5)));
      }
      ctx.restore();
    },
  };
}

/** Lines across the plot with their words at the right: beside one another where the lines lie too close for both. */
function drawLevels(
  ctx: CanvasRenderingContext2D,
  { levels }: LineChartContent,
  frame: PlotFrame,
  colour: string,
): void {
  const { left, right, bottom } = frame;
  const { size, family } = fontOf();
  ctx.font = `${size}px ${family}`;
  ctx.textAlign = 'right';
  const taken: { readonly y: number; readonly left: number }[] = [];
  for (const { y, label, isDotted } of levels) {
    const at = pixelY(frame, y);
    // One above its line, the other below.
    const wordsAt = isDotted && at < bottom - size - 2 ? at + size + 1 : at - 4;
    const neighbour = taken.findLast((other) => Math.abs(other.y - wordsAt) < size);
    const end = neighbour ? neighbour.left - size : right - 4;
    ctx.fillStyle = colour;
    ctx.fillText(label, end, wordsAt);
    taken.push({ y: wordsAt, left: end - ctx.measureText(label).width });
    stroke(ctx, [left, at, right, at], colour, isDotted ? [1, 4] : []);
  }
}

function stroke(
  ctx: CanvasRenderingContext2D,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  colour: string,
  dash: number[],
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = dash[0] === 1 ? 2 : 1;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

/** The head of a mark, hanging from this place. */
function head(ctx: CanvasRenderingContext2D, x: number, top: number, d: string): void {
  ctx.translate(x, top);
  ctx.fill(new Path2D(d));
  ctx.translate(-x, -top);
}
