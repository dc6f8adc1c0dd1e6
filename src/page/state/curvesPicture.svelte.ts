import type { Window } from '../../core/analysis/curves/drawnPoints.ts';
import { inOrder } from '../../core/analysis/curves/plotOrder.ts';
import { xRangeOf, yRangeOf } from '../../core/analysis/curves/plotRange.ts';
import { rowsUpTo } from '../../core/analysis/curves/countRows.ts';
import { withRoundEnds } from '../../core/analysis/curves/ticks.ts';
import { isSharedAxis } from '../../core/analysis/curves/xAxes.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import { chancesOf } from './chancesOf.ts';
import { changeMarks, evaluationMarks } from './changeMarks.ts';
import { curvePlots, rawBehind, type DrawnRun, type PlotsAsked } from './curvePlots.ts';
import { curveTasks, membersOf, wholeRun, type CurveTask } from './curveTasks.ts';
import type { CurvesView } from './curvesView.svelte.ts';
import type { Cluster } from './cluster.ts';
import type { Desk } from './desk.svelte.ts';
import { dashes } from './looks.ts';
import type { ChangeMark, Plot, PlotLine, PlotMark } from './plotData.ts';
import type { Runs } from './runs.svelte.ts';

interface Sources {
  readonly desk: Desk;
  readonly runs: Runs;
  readonly curvesView: CurvesView;
  /** Whether the system sets all colours: then dashes alone tell lines apart. */
  readonly forced: { readonly current: boolean };
}

/** Lines that an eye can tell apart in one plot. */
export const mostLines = 8;
/** Lines up to which one plot is the better picture. */
const overlayUpTo = 6;
/** Ticks of the y axis. */
const yTicks = 5;

/** What the curves show: derived from runs, desk and the way of looking at them. */
export class CurvesPicture {
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  get view(): CurvesView {
    return this.#sources.curvesView;
  }

  /** The run that is read. */
  readonly run: DrawnRun | null = $derived.by(() => {
    const { runs } = this.#sources;
    return runs.current && this.#drawn(runs.current);
  });

  /** Runs behind it: the one before, until an eye is opened or closed. */
  readonly earlier: readonly DrawnRun[] = $derived.by(() => {
    const { runs } = this.#sources;
    return runs.records
      .filter((record) => this.isRunDrawn(record) && record.runId !== runs.current?.runId)
      .map((record) => this.#drawn(record));
  });

  readonly asked = $derived.by(() => {
    const { kind, smoothing } = this.view;
    const xAxis = this.view.get('xAxis');
    // What is of no task has no axis of a task's own.
    return {
      kind,
      smoothing,
      xAxis: kind.isOfRun && !isSharedAxis(xAxis) ? 'tokens' : xAxis,
    } as const;
  });

  /** What has a line, in order. */
  readonly tasks: readonly CurveTask[] = $derived.by(() => {
    if (this.view.kind.isOfRun) return [wholeRun()];
    const grouped = curveTasks(this.#sources.desk, this.view.get('grouping'));
    const tasks = this.#sources.forced.current ? grouped.map(dashed) : grouped;
    return inOrder(tasks, this.view.get('order'), this.run?.columns ?? null);
  });

  readonly #chance: Readonly<Record<string, number>> = $derived.by(() =>
    chancesOf(this.#sources.desk.channels),
  );

  readonly plots: readonly Plot[] = $derived.by(() => this.#plotsOf(this.tasks));

  /** Those that are not hidden. */
  readonly shown: readonly Plot[] = $derived.by(() => {
    const { hiddenTasks } = this.view;
    return this.plots.filter(({ id }) => !hiddenTasks.includes(id));
  });

  /** The plot that fills the panel: its task, or for a cluster its tasks. */
  readonly enlarged: Plot | null = $derived.by(
    () => this.plots.find(({ id }) => id === this.view.enlarged) ?? null,
  );

  readonly form: 'overlay' | 'multiples' | 'table' = $derived.by(() => {
    if (this.view.isTable) return 'table';
    const form = this.view.get('form');
    if (form !== 'auto') return form;
    return this.tasks.length > overlayUpTo ? 'multiples' : 'overlay';
  });

  /** Plots whose lines lie in the one large plot, at most eight of them. */
  readonly overlaid: readonly Plot[] = $derived.by(() => {
    if (!this.enlarged) return this.shown.slice(0, mostLines);
    const cluster = this.#clusterOf(this.enlarged);
    if (!cluster) return [this.enlarged];
    return this.#plotsOf(membersOf(this.#sources.desk, cluster)).slice(0, mostLines);
  });

  /** Lines of the large plot, in the order in which they are drawn. */
  readonly lines: readonly PlotLine[] = $derived.by(() => {
    const { overlaid, run, view } = this;
    const only = overlaid.length === 1 ? overlaid[0]! : null;
    const behind = (plot: Plot): boolean =>
      overlaid.length <= mostLines / 2 || view.highlighted === plot.id;
    const lines = overlaid.flatMap((plot) =>
      plot.lines.filter(({ isRead }) => isRead || behind(plot)),
    );
    const task = only && this.tasks.find(({ id }) => id === only.id);
    const first = lines.find(({ isRead }) => isRead);
    const isSmooth = this.asked.kind.isSmoothed && this.asked.smoothing > 0;
    return task && run && first && isSmooth
      ? [rawBehind(run, first, task, this.asked), ...lines]
      : lines;
  });

  /** Base and chance of the one line that is looked at. */
  readonly levels = $derived.by(() => {
    const { overlaid, view } = this;
    const one =
      overlaid.length === 1 ? overlaid[0] : overlaid.find(({ id }) => id === view.highlighted);
    return one?.levels() ?? [];
  });

  readonly marks: readonly ChangeMark[] = $derived.by(() =>
    this.run ? changeMarks(this.run.record, this.#sources.desk.clusters) : [],
  );

  /** Beside the marks where it was scored: of kinds that are measured in between. */
  readonly ticks: readonly PlotMark[] = $derived.by(() =>
    this.run && this.asked.kind.table === 'steps' ? evaluationMarks(this.run.record) : [],
  );

  /** All x that there are. */
  readonly whole: Window = $derived.by(() => {
    const { run, tasks, asked } = this;
    return run ? xRangeOf(run.columns, tasks, asked.xAxis) : { from: 0, to: 0 };
  });

  /** The x that are shown. */
  readonly window: Window = $derived.by(() => {
    const { whole, view } = this;
    const zoomed = view.zoom.window;
    if (!zoomed) return whole;
    if (!view.get('isFollowing')) return zoomed;
    return { from: whole.to - (zoomed.to - zoomed.from), to: whole.to };
  });

  readonly hasPoints: boolean = $derived.by(() => {
    const rows = this.run?.columns[this.asked.kind.table];
    return rows !== undefined && rows.length > 0 && this.plots.some(hasPoints);
  });

  /** Whether this run is drawn; the one before the run that is read is, until its eye is closed. */
  isRunDrawn({ runId }: Pick<RunRecord, 'runId'>): boolean {
    const { runs } = this.#sources;
    if (runId === runs.current?.runId) return true;
    const place = runs.records.findIndex((record) => record.runId === runs.current?.runId);
    return lookUp(this.view.eyes, runId) ?? runs.records[place - 1]?.runId === runId;
  }

  /** The y that these plots need, with round ends. */
  yWindowOf(plots: readonly Plot[], lines: readonly PlotLine[] = readLines(plots)): Window {
    const { kind } = this.asked;
    const { isLog } = this.view;
    const asked = { kind, yRange: this.view.get('yRange'), isLog };
    const curves = lines.map((line) => line.curve());
    const levels = plots.length === 1 ? plots[0]!.levels().map(({ y }) => y) : [];
    const found = yRangeOf(curves, this.window, asked, levels) ?? { from: isLog ? 0.1 : 0, to: 1 };
    if (isLog) return found.to > found.from ? found : { from: found.from / 2, to: found.to * 2 };
    return withRoundEnds(found, yTicks);
  }

  /** Where a step lies in a plot. */
  xOf(step: number, plot: Plot | null): number {
    const { xAxis } = this.asked;
    if (xAxis === 'step') return step;
    const own = plot?.lines.at(-1)?.curve();
    if (!isSharedAxis(xAxis)) return own ? xAt(own.steps, own.xs, step) : NaN;
    const { steps } = this.run!.columns;
    return xAt(steps.column('step'), steps.column(xAxis), step);
  }

  #plotsOf(tasks: readonly CurveTask[]): Plot[] {
    const { run, earlier } = this;
    if (!run) return [];
    return curvePlots({
      ...this.asked,
      run,
      earlier,
      tasks,
      chance: this.#chance,
    } satisfies PlotsAsked);
  }

  #clusterOf({ id }: Plot): Cluster | null {
    const task = this.tasks.find((one) => one.id === id);
    if (!task || task.members.length < 2) return null;
    const { clusters } = this.#sources.desk;
    return clusters.find(({ channels }) => channels[0]!.id === task.members[0]) ?? null;
  }

  #drawn(record: RunRecord): DrawnRun {
    return { record, columns: this.#sources.runs.columns(record) };
  }
}

const dashed = (task: CurveTask, index: number): CurveTask => ({
  ...task,
  look: { ...task.look, dash: dashes[index % dashes.length]! },
});

export const readLines = (plots: readonly Plot[]): PlotLine[] =>
  plots.flatMap(({ lines }) => lines.filter(({ isRead }) => isRead));

const hasPoints = ({ lines }: Plot): boolean =>
  lines.some((line) => line.isRead && line.curve().ys.length > 0);

function xAt(steps: Float64Array, xs: Float64Array, step: number): number {
  const row = rowsUpTo(steps, step) - 1;
  return row < 0 ? 0 : xs[row]!;
}
