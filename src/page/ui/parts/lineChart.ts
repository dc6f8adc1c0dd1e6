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
} from 'chart.js';
import { formatShort } from '../../i18n/format.ts';
import type { ChartMark, LineSeries } from '../../state/chartData.ts';
import { createColours, type Colours } from './chartLook.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

export interface LineChartContent {
  readonly series: readonly LineSeries[];
  readonly marks: readonly ChartMark[];
  readonly isLog: boolean;
  /** Fixed ends of the y axis, where the quantity has natural ones. */
  readonly yMin: number | null;
  readonly yMax: number | null;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
}

export interface LineChartHandle {
  readonly show: (content: LineChartContent) => void;
  /** The theme has changed: colours are asked for anew at the next `show`. */
  readonly forgetColours: () => void;
  /** Draws the crosshair at this x (null: none), without laying out again. */
  readonly pointAt: (x: number | null) => void;
  /** x under this pixel of the canvas, or null outside the plot. */
  readonly xAt: (pixel: number) => number | null;
  readonly pixelOf: (x: number) => number;
  readonly destroy: () => void;
}

type LineData = { x: number; y: number }[];
type LineDataset = ChartDataset<'line', LineData>;
type LineChart = Chart<'line', LineData>;

/** Chart.js behind a few calls; it never animates and never parses. */
export function createLineChart(canvas: HTMLCanvasElement): LineChartHandle {
  const host = canvas.parentElement ?? document.body;
  const colours = createColours(host);
  const cursor: Cursor = { x: null, marks: [], broken: [], resolve: colours.resolve };
  const chart: LineChart = new Chart<'line', LineData>(canvas, {
    type: 'line',
    data: { datasets: [] },
    options: baseOptions,
    plugins: [cursorPlugin(cursor)],
  });
  // Chart.js knows a dataset by its object and options by their identity: keeping both spares it
  // from building every line and axis anew at each drawing.
  let datasets = new Map<string, LineDataset>();
  let optionsKey = '';
  return {
    show(content) {
      cursor.marks = content.marks;
      cursor.broken = brokenPoints(content.series);
      datasets = new Map(
        content.series.map((line) => {
          const key = datasetKey(line);
          return [key, Object.assign(datasets.get(key) ?? {}, dataset(line, colours.resolve))];
        }),
      );
      chart.data.datasets = [...datasets.values()];
      const key = keyOf(content);
      if (key !== optionsKey) chart.options = optionsFor(content, colours.resolve);
      optionsKey = key;
      chart.update('none');
    },
    forgetColours() {
      colours.forget();
      optionsKey = '';
    },
    pointAt(x) {
      cursor.x = x;
      chart.draw();
    },
    xAt(pixel) {
      const { left, right } = chart.chartArea;
      if (pixel < left - 4 || pixel > right + 4) return null;
      return chart.scales.x?.getValueForPixel(Math.min(right, Math.max(left, pixel))) ?? null;
    },
    pixelOf: (x) => chart.scales.x?.getPixelForValue(x) ?? 0,
    destroy: () => chart.destroy(),
  };
}

/** A line and its point size, which Chart.js does not look up again in a dataset it knows. */
const datasetKey = (line: LineSeries): string => `${line.id} ${pointRadius(line)}`;

const pointRadius = ({ points, hasDots }: LineSeries): number =>
  points.length === 1 ? 3 : hasDots ? 2 : 0;

/** What the axes depend on. */
const keyOf = ({ isLog, yMin, yMax, xLabel, yLabel }: LineChartContent): string =>
  JSON.stringify([isLog, yMin, yMax, xLabel, yLabel]);

const baseOptions: ChartOptions<'line'> = {
  animation: false,
  parsing: false,
  normalized: true,
  responsive: true,
  resizeDelay: 60,
  maintainAspectRatio: false,
  events: [],
};

function optionsFor(content: LineChartContent, resolve: Colours['resolve']): ChartOptions<'line'> {
  const ticks = {
    color: resolve('var(--ink-soft)'),
    font: { size: 12, family: getComputedStyle(document.body).fontFamily },
    maxRotation: 0,
  };
  const grid = { color: resolve('var(--line)'), tickColor: resolve('var(--line)') };
  const title = (text: string) => ({ display: true, text, color: ticks.color, font: ticks.font });
  return {
    ...baseOptions,
    scales: {
      x: {
        type: 'linear',
        min: 0,
        grid: { ...grid, display: false },
        border: { color: resolve('var(--edge)') },
        ticks: {
          ...ticks,
          precision: 0,
          maxTicksLimit: 8,
          callback: (x) => content.formatX(Number(x)),
        },
        title: title(content.xLabel),
      },
      y: {
        type: content.isLog ? 'logarithmic' : 'linear',
        ...(content.yMin === null ? {} : { min: content.yMin }),
        ...(content.yMax === null ? {} : { max: content.yMax }),
        grid,
        border: { display: false },
        ticks: {
          ...ticks,
          maxTicksLimit: 6,
          callback: (y) => formatShort(Number(y)),
        },
        title: title(content.yLabel),
      },
    },
  };
}

function dataset(line: LineSeries, resolve: Colours['resolve']): LineDataset {
  const colour = resolve(line.colour, line.opacity);
  return {
    data: [...line.points],
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: line.width,
    borderDash: [...line.dash],
    borderJoinStyle: 'round',
    pointRadius: pointRadius(line),
    pointBorderWidth: 0,
    spanGaps: true,
    indexAxis: 'x',
  };
}

interface Cursor {
  x: number | null;
  marks: readonly ChartMark[];
  broken: readonly { readonly x: number; readonly colour: string }[];
  readonly resolve: Colours['resolve'];
}

/** Points that are not a number: they are marked at the top, never silently left out. */
function brokenPoints(series: readonly LineSeries[]): Cursor['broken'] {
  return series.flatMap(({ points, colour, isRead }) =>
    isRead ? points.filter(({ y }) => !Number.isFinite(y)).map(({ x }) => ({ x, colour })) : [],
  );
}

/** Crosshair, fader marks and triangles for lost values, drawn over the lines. */
function cursorPlugin(cursor: Cursor): Plugin<'line'> {
  return {
    id: 'cursor',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      const scale = chart.scales.x;
      if (!scale) return;
      ctx.save();
      for (const mark of cursor.marks) {
        const x = scale.getPixelForValue(mark.x);
        drawLine(ctx, x, chartArea, cursor.resolve('var(--edge)'), [2, 3]);
        drawTriangle(ctx, x, chartArea.top, cursor.resolve('var(--edge)'), 1);
      }
      for (const { x, colour } of cursor.broken) {
        drawTriangle(ctx, scale.getPixelForValue(x), chartArea.top, cursor.resolve(colour), 1.5);
      }
      if (cursor.x !== null) {
        drawLine(
          ctx,
          scale.getPixelForValue(cursor.x),
          chartArea,
          cursor.resolve('var(--ink)'),
          [],
        );
      }
      ctx.restore();
    },
  };
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  x: number,
  area: { top: number; bottom: number },
  colour: string,
  dash: number[],
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x, area.top);
  ctx.lineTo(x, area.bottom);
  ctx.stroke();
}

function drawTriangle(
  ctx: CanvasRenderingContext2D,
  x: number,
  top: number,
  colour: string,
  size: number,
): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x - 4 * size, top);
  ctx.lineTo(x + 4 * size, top);
  ctx.lineTo(x, top + 6 * size);
  ctx.fill();
}
