import type { Window } from '../../../core/analysis/curves/drawnPoints.ts';
import type { Points } from '../../../core/analysis/curves/points.ts';
import { niceTicks } from '../../../core/analysis/curves/ticks.ts';
import type { ChangeMark } from '../../state/plotData.ts';
import { markHeads } from './markShape.ts';
import { pixelX, pixelY, type PlotFrame } from './plotFrame.ts';
import { spread } from './spread.ts';
import { lostMark, svgPath } from './svgPath.ts';

/** A line of a figure; its colour is one that every program knows, e.g. `rgb(0, 114, 178)`. */
export interface FigureLine {
  readonly label: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
  readonly opacity: number;
  readonly points: Points;
  /** Where values are lost. */
  readonly broken: Points;
  /** Written at its end; empty: nothing is. */
  readonly value: string;
}

/** One plot of a figure. */
export interface FigurePlot {
  /** Empty: the lines are named at their ends. */
  readonly name: string;
  readonly x: Window;
  readonly y: Window;
  readonly isLog: boolean;
  readonly lines: readonly FigureLine[];
  readonly levels: readonly { readonly y: number; readonly isDotted: boolean }[];
  readonly marks: readonly {
    readonly x: number;
    readonly label: string;
    readonly kind: ChangeMark['kind'];
  }[];
}

export interface Figure {
  readonly title: string;
  readonly plots: readonly FigurePlot[];
  readonly columns: number;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly ground: string;
}

/** Of one large plot, and of a small one, px. */
const large = { width: 960, height: 520, left: 56, right: 200, top: 16, bottom: 44 };
const small = { width: 240, height: 150, left: 40, right: 10, top: 24, bottom: 26 };
const titleHeight = 44;
const fontSize = 13;

export interface DrawnFigure {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The figure as an SVG document of its own, drawn from the same points as the plots on the page. */
export function svgFigure(figure: Figure): DrawnFigure {
  const room = figure.plots.length === 1 ? large : small;
  const columns = Math.max(1, Math.min(figure.columns, figure.plots.length));
  const width = columns * room.width;
  const height = titleHeight + Math.ceil(figure.plots.length / columns) * room.height;
  const plots = figure.plots.map((plot, i) => {
    const left = (i % columns) * room.width;
    const top = titleHeight + Math.floor(i / columns) * room.height;
    return element('g', { transform: moved(left, top) }, plotOf(plot, figure, room));
  });
  const size = { width, height, viewBox: [0, 0, width, height].join(' ') };
  const font = { 'font-family': 'system-ui,sans-serif', 'font-size': fontSize };
  const heading = { 'font-size': 16, 'font-weight': 600 };
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, ...font }, [
    element('title', {}, [escaped(figure.title)]),
    element('rect', { width, height, fill: figure.ground }),
    text(16, 26, figure.title, figure.ink, heading),
    ...plots,
  ]);
  return { svg, width, height };
}

type Size = typeof large;

function plotOf(plot: FigurePlot, figure: Figure, size: Size): string[] {
  const frame: PlotFrame = {
    x: plot.x,
    y: plot.y,
    isLog: plot.isLog,
    left: size.left,
    right: size.width - size.right,
    top: size.top,
    bottom: size.height - size.bottom,
  };
  const isLarge = size === large;
  return [
    ...axes(frame, figure, isLarge),
    ...plot.levels.map(({ y, isDotted }) =>
      rule([frame.left, pixelY(frame, y), frame.right], figure.inkSoft, isDotted ? '1,4' : ''),
    ),
    ...plot.marks.map((mark) => markOf(mark, frame, figure)),
    ...plot.lines.map((line) => lineOf(line, frame)),
    ...(isLarge ? endLabels(plot.lines, frame, figure) : head(plot, frame, figure)),
  ];
}

function axes(frame: PlotFrame, figure: Figure, isLarge: boolean): string[] {
  const { left, right, top, bottom } = frame;
  const { inkSoft } = figure;
  const yTicks = niceTicks(frame.y, isLarge ? 6 : 3, frame.isLog);
  const xTicks = niceTicks(frame.x, isLarge ? 8 : 3);
  const upright = { ...middle, transform: `${moved(14, (top + bottom) / 2)}rotate(-90)` };
  return [
    ...yTicks.flatMap((tick) => {
      const y = pixelY(frame, tick);
      const words = text(left - 6, y + 4, figure.formatY(tick), inkSoft, toEnd);
      return [rule([left, y, right], figure.line, ''), words];
    }),
    ...xTicks.map((tick) =>
      text(pixelX(frame, tick), bottom + 17, figure.formatX(tick), inkSoft, middle),
    ),
    rule([left, bottom, right], inkSoft, ''),
    ...(isLarge
      ? [
          text((left + right) / 2, bottom + 36, figure.xLabel, inkSoft, middle),
          text(0, 0, figure.yLabel, inkSoft, upright),
        ]
      : []),
  ];
}

function lineOf(line: FigureLine, frame: PlotFrame): string {
  const { colour, dash, width, opacity, points, broken } = line;
  const lost = Array.from(broken.xs, (x, i) =>
    lostMark(pixelX(frame, x), pixelY(frame, broken.ys[i]!)),
  ).join('');
  const d = points.xs.length === 1 ? `${svgPath(points, frame)}h0.1` : svgPath(points, frame);
  const look = { 'stroke-width': width, 'stroke-opacity': opacity, 'stroke-linejoin': 'round' };
  return [
    path(d, colour, { ...look, 'stroke-dasharray': dash.join(',') }),
    ...(lost ? [element('path', { d: lost, fill: colour })] : []),
  ].join('');
}

function markOf(mark: FigurePlot['marks'][number], frame: PlotFrame, { inkSoft }: Figure): string {
  const x = pixelX(frame, mark.x);
  if (x < frame.left || x > frame.right) return '';
  const line = path(`M${x},${frame.top}V${frame.bottom}`, inkSoft, { 'stroke-dasharray': '2,3' });
  const place = { transform: moved(x, frame.top) };
  const head = element('path', { d: markHeads[mark.kind], fill: inkSoft, ...place });
  return element('g', {}, [element('title', {}, [escaped(mark.label)]), line, head]);
}

function endLabels(lines: readonly FigureLine[], frame: PlotFrame, { ink }: Figure): string[] {
  const named = lines.filter(({ value, points }) => value !== '' && points.ys.length > 0);
  const ends = named.map(({ points }) => {
    const y = pixelY(frame, points.ys.at(-1)!);
    return Math.max(frame.top, Math.min(frame.bottom, y));
  });
  const places = spread(ends, 1.4 * fontSize, frame.top, frame.bottom);
  return named.map(({ label, value, colour }, i) => {
    const y = places[i]!;
    const leader = path(`M${frame.right},${ends[i]}L${frame.right + 10},${y}`, colour, {});
    return leader + text(frame.right + 14, y + 4, `${label} ${value}`, ink, {});
  });
}

function head({ name, lines }: FigurePlot, { left, right }: PlotFrame, { ink }: Figure): string[] {
  const value = lines.findLast((line) => line.value !== '')?.value ?? '';
  const strong = { 'font-weight': 600 };
  return [
    text(left - 24, 15, name, ink, strong),
    text(right, 15, value, ink, { ...strong, ...toEnd }),
  ];
}

type Attributes = Readonly<Record<string, string | number>>;

const middle = { 'text-anchor': 'middle' };
const toEnd = { 'text-anchor': 'end' };
const moved = (x: number, y: number): string => `translate(${x},${y})`;

const rule = ([x1, y, x2]: readonly [number, number, number], colour: string, dash: string) =>
  path(`M${x1},${y}H${x2}`, colour, { 'stroke-dasharray': dash });

const path = (d: string, stroke: string, more: Attributes): string =>
  element('path', { d, stroke, fill: 'none', ...more });

const text = (x: number, y: number, words: string, fill: string, more: Attributes): string =>
  element('text', { x, y, fill, ...more }, [escaped(words)]);

function element(name: string, attributes: Attributes, content: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (words: string): string => words.replace(/[&<>]/g, (letter) => escapes[letter]!);
