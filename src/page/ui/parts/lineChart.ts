import {
  Chart,
  Decimation,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type ChartOptions,
  type Plugin,
} from 'chart.js';
import { createColours, type ChartMark, type Colours, type LineSeries } from './chartLook.ts';

Chart.register(
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  LogarithmicScale,
  Decimation,
);

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
  show(content: LineChartContent): void;
  /** Draws the crosshair at this x (null: none), without laying out again. */
  pointAt(x: number | null): void;
  /** x under this pixel of the canvas, or null outside the plot. */
  xAt(pixel: number): number | null;
  pixelOf(x: number): number;
  destroy(): void;
}

type LineData = { x: number; y: number }[];
type LineChart = Chart<'line', LineData>;

/** Chart.js behind four calls; it never animates and never parses. */
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
  return {
    show(content) {
      colours.forget();
      cursor.marks = content.marks;
      cursor.broken = brokenPoints(content.series);
      chart.data.datasets = content.series.map((line) => dataset(line, colours.resolve));
      chart.options = optionsFor(content, colours.resolve);
      chart.update('none');
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
        ticks: { ...ticks, maxTicksLimit: 8, callback: (x) => content.formatX(Number(x)) },
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
          callback: (y) => String(Number(Number(y).toPrecision(3))),
        },
        title: title(content.yLabel),
      },
    },
    plugins: { decimation: { enabled: true, algorithm: 'lttb', samples: 600 } },
  };
}

function dataset(line: LineSeries, resolve: Colours['resolve']): ChartDataset<'line', LineData> {
  const colour = resolve(line.colour, line.opacity);
  const isSparse = line.points.length <= 40 && line.isRead;
  return {
    data: line.points.map(({ x, y }) => ({ x, y })),
    borderColor: colour,
    backgroundColor: colour,
    borderWidth: line.width,
    borderDash: [...line.dash],
    borderJoinStyle: 'round',
    pointRadius: isSparse ? (line.points.length === 1 ? 3 : 2) : 0,
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
