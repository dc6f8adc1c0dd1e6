import { Persisted, numberFrom, oneOf } from './persisted.svelte.ts';

export const curveKinds = ['trainLoss', 'validationLoss', 'score'] as const;
export type CurveKind = (typeof curveKinds)[number];
export const xAxes = ['step', 'tokens'] as const;
export type XAxis = (typeof xAxes)[number];

/** How the curves are looked at: remembered between visits, except what is hidden. */
export class CurvesView {
  readonly #kind = new Persisted<CurveKind>('curves.kind', 'trainLoss', oneOf(curveKinds));
  readonly #xAxis = new Persisted<XAxis>('curves.x', 'step', oneOf(xAxes));
  readonly #isLog = new Persisted<boolean>('curves.log', false, oneOf([true, false]));
  readonly #smoothing = new Persisted<number>('curves.smoothing', 0.6, numberFrom(0, 0.99));
  hiddenTasks = $state.raw<readonly string[]>([]);
  hiddenRuns = $state.raw<readonly string[]>([]);

  get kind(): CurveKind {
    return this.#kind.current;
  }
  set kind(kind: CurveKind) {
    this.#kind.current = kind;
  }
  get xAxis(): XAxis {
    return this.#xAxis.current;
  }
  set xAxis(xAxis: XAxis) {
    this.#xAxis.current = xAxis;
  }
  get isLog(): boolean {
    return this.#isLog.current;
  }
  set isLog(isLog: boolean) {
    this.#isLog.current = isLog;
  }
  get smoothing(): number {
    return this.#smoothing.current;
  }
  set smoothing(weight: number) {
    this.#smoothing.current = weight;
  }

  toggleTask(id: string): void {
    this.hiddenTasks = toggled(this.hiddenTasks, id);
  }

  toggleRun(id: string): void {
    this.hiddenRuns = toggled(this.hiddenRuns, id);
  }

  /** Shows one task alone; the second time, all again. */
  isolate(id: string, all: readonly string[]): void {
    const others = all.filter((other) => other !== id);
    const isAlone =
      !this.hiddenTasks.includes(id) && others.every((other) => this.hiddenTasks.includes(other));
    this.hiddenTasks = isAlone ? [] : others;
  }

  showAll(): void {
    this.hiddenTasks = [];
  }
}

function toggled(items: readonly string[], item: string): readonly string[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
