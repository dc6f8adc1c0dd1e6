import { drawnPoints } from '../../../../core/analysis/curves/drawnPoints.ts';
import { formatShort } from '../../../i18n/format.ts';
import { t } from '../../../i18n/texts.ts';
import type { CurvesPicture } from '../../../state/curvesPicture.svelte.ts';
import type { Plot, PlotLine } from '../../../state/plotData.ts';
import { createColours } from '../../../ui/plot/colours.ts';
import type { Figure, FigureLine, FigurePlot } from '../../../ui/plot/svgFigure.ts';
import { formatPlace, formatValue } from './curveWords.ts';

/** Stretches of which the lowest and the highest point are drawn, in a large plot. */
const columns = 480;

/** What the curves show, as a figure that can be taken away: the form, zoom and theme of the page. */
export function figureOf(picture: CurvesPicture): Figure {
  const colours = createColours(document.body);
  const { view, run, asked, shown } = picture;
  const isLarge = picture.enlarged !== null || picture.form === 'overlay' || shown.length === 1;
  const kind = view.get('kind');
  const sameY = !isLarge && view.get('isSameY') ? picture.yWindowOf(shown) : null;
  const plots = isLarge
    ? [largePlot(picture, colours.resolve)]
    : shown.map((plot) => ({
        ...plotOf(picture, plot, plot.lines, colours.resolve),
        name: plot.name,
        y: sameY ?? picture.yWindowOf([plot]),
      }));
  const { resolve } = colours;
  return {
    title: t.curves.place(t.curves.kinds[kind], run!.record.name),
    plots,
    columns: 4,
    xLabel: t.curves.x[asked.xAxis],
    yLabel: t.curves.axes[kind],
    formatX: formatPlace(asked.xAxis),
    formatY: formatShort,
    ink: resolve('var(--ink)'),
    inkSoft: resolve('var(--ink-soft)'),
    line: resolve('var(--line)'),
    ground: resolve('var(--panel)'),
  };
}

type Resolve = (colour: string) => string;

function largePlot(picture: CurvesPicture, resolve: Resolve): FigurePlot {
  const { overlaid, lines, levels } = picture;
  const plot = plotOf(picture, overlaid[0] ?? null, lines, resolve);
  return { ...plot, levels, y: picture.yWindowOf(overlaid, lines) };
}

function plotOf(
  picture: CurvesPicture,
  plot: Plot | null,
  lines: readonly PlotLine[],
  resolve: Resolve,
): FigurePlot {
  return {
    name: '',
    x: picture.window,
    y: picture.window,
    isLog: picture.view.isLog,
    lines: lines.map((line) => lineOf(picture, line, resolve)),
    levels: plot?.levels() ?? [],
    marks: picture.marks.map(({ step, label, kind }) => ({
      x: picture.xOf(step, plot),
      label,
      kind,
    })),
  };
}

function lineOf(picture: CurvesPicture, line: PlotLine, resolve: Resolve): FigureLine {
  const { window, view, asked } = picture;
  const { xs, ys, broken } = drawnPoints(line.curve(), window, columns, view.isLog);
  const last = ys.at(-1);
  return {
    label: line.label,
    colour: resolve(line.colour),
    dash: line.dash,
    width: 2 * line.width,
    opacity: line.opacity,
    points: { xs, ys },
    broken,
    value: line.isRead && last !== undefined ? formatValue(asked.kind)(last) : '',
  };
}
