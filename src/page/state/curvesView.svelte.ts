import type { CurveKind } from '../../core/analysis/curves/curveKind.ts';
import { curveKind, curveKinds, type CurveKindName } from '../../core/analysis/curves/index.ts';
import { plotOrders, type PlotOrder } from '../../core/analysis/curves/plotOrder.ts';
import { yRanges, type YRange } from '../../core/analysis/curves/plotRange.ts';
import { xAxes, type XAxis } from '../../core/analysis/curves/xAxes.ts';
import { defaultSmoothing } from '../../core/analysis/smoothing.ts';
import type { RunId } from '../../core/protocol/index.ts';
import { Persisted, numberFrom, oneOf } from './persisted.svelte.ts';
import { Zoom } from './zoom.svelte.ts';

const kindNames: readonly CurveKindName[] = curveKinds.map(({ name }) => name);

/** All lines in one plot, or one small plot a line; `auto` goes by how many there are. */
export const curveForms = ['auto', 'overlay', 'multiples'] as const;
export type CurveForm = (typeof curveForms)[number];

/** What has a line of its own; `auto` goes by how many tasks there are. */
export const curveGroupings = ['auto', 'tasks', 'clusters'] as const;
export type CurveGrouping = (typeof curveGroupings)[number];

/** 0: as many as there is room for. */
export const plotColumns = [0, 1, 2, 3, 4] as const;
export type PlotColumns = (typeof plotColumns)[number];

/** What can be chosen about the curves, and is remembered between visits. */
interface Choices {
  readonly kind: CurveKindName;
  readonly xAxis: XAxis;
  readonly smoothing: number;
  readonly yRange: YRange;
  readonly form: CurveForm;
  readonly grouping: CurveGrouping;
  readonly order: PlotOrder;
  readonly columns: PlotColumns;
  /** Small plots share one y axis. */
  readonly isSameY: boolean;
  /** A zoomed plot goes on with the run. */
  readonly isFollowing: boolean;
}

const both = oneOf([true, false]);

/** How the curves are looked at. */
export class CurvesView {
  readonly #choices: { readonly [K in keyof Choices]: Persisted<Choices[K]> } = {
    kind: new Persisted<CurveKindName>('curves.kind', 'score', oneOf(kindNames)),
    xAxis: new Persisted<XAxis>('curves.x', 'step', oneOf(xAxes)),
    smoothing: new Persisted<number>('curves.smoothing', defaultSmoothing, numberFrom(0, 0.99)),
    yRange: new Persisted<YRange>('curves.range', 'whole', oneOf(yRanges)),
    form: new Persisted<CurveForm>('curves.form', 'auto', oneOf(curveForms)),
    grouping: new Persisted<CurveGrouping>('curves.lines', 'auto', oneOf(curveGroupings)),
    order: new Persisted<PlotOrder>('curves.order', 'desk', oneOf(plotOrders)),
    columns: new Persisted<PlotColumns>('curves.columns', 0, oneOf(plotColumns)),
    isSameY: new Persisted<boolean>('curves.sameY', true, both),
    isFollowing: new Persisted<boolean>('curves.follow', false, both),
  };
  /** Kinds that are looked at on a log scale. */
  readonly #logKinds = new Persisted<readonly CurveKindName[]>('curves.logKinds', [], parseKinds);
  /** The x that are looked at. */
  readonly zoom = new Zoom();
  hiddenTasks = $state.raw<readonly string[]>([]);
  /** The line that is pointed at here or on the desk: it stands out in all plots. */
  highlighted = $state<string | null>(null);
  /** The small plot that fills the panel. */
  enlarged = $state<string | null>(null);
  /** The curves are shown as numbers. */
  isTable = $state(false);
  /** Runs whose eye was pressed; the others are drawn as `runsDrawn` says. */
  eyes = $state.raw<Readonly<Record<RunId, boolean>>>({});

  /** The value of a choice. */
  get<K extends keyof Choices>(name: K): Choices[K] {
    return this.#choices[name].current;
  }

  choose<K extends keyof Choices>(name: K, value: Choices[K]): void {
    // On another axis the same numbers are another place.
    if (name === 'xAxis' && value !== this.get('xAxis')) this.zoom.reset();
    this.#choices[name].current = value;
  }

  /** 0–0.99. */
  get smoothing(): number {
    return this.get('smoothing');
  }

  get kind(): CurveKind {
    return curveKind(this.get('kind'));
  }

  get canBeLog(): boolean {
    return this.kind.range[1] === null;
  }

  get isLog(): boolean {
    return this.canBeLog && this.#logKinds.current.includes(this.get('kind'));
  }
  set isLog(isLog: boolean) {
    const others = this.#logKinds.current.filter((name) => name !== this.get('kind'));
    this.#logKinds.current = isLog ? [...others, this.get('kind')] : others;
  }

  /** Back to everything there is: no zoom, the y axis over its whole length. */
  showWhole(): void {
    this.zoom.reset();
    this.choose('yRange', 'whole');
  }

  toggleTask(id: string): void {
    this.hiddenTasks = this.hiddenTasks.includes(id)
      ? this.hiddenTasks.filter((other) => other !== id)
      : [...this.hiddenTasks, id];
  }

  /** Shows one task alone; the second time, all again. */
  isolate(id: string, all: readonly string[]): void {
    this.showOnly([id], all);
  }

  /** Shows these alone; the second time, all again. */
  showOnly(ids: readonly string[], all: readonly string[]): void {
    const others = all.filter((other) => !ids.includes(other));
    const areAlone =
      others.every((other) => this.hiddenTasks.includes(other)) &&
      !ids.some((id) => this.hiddenTasks.includes(id));
    this.hiddenTasks = areAlone ? [] : others;
  }

  showAll(): void {
    this.hiddenTasks = [];
  }

  setEye(runId: RunId, isOpen: boolean): void {
    this.eyes = { ...this.eyes, [runId]: isOpen };
  }
}

const parseKinds = (raw: unknown): readonly CurveKindName[] | null =>
  Array.isArray(raw) ? kindNames.filter((name) => raw.includes(name)) : null;
