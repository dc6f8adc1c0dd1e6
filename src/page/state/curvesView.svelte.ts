import type { CurveKind } from '../../core/analysis/curves/curveKind.ts';
import { curveKind, curveKinds, type CurveKindName } from '../../core/analysis/curves/index.ts';
import { defaultSmoothing } from '../../core/analysis/smoothing.ts';
import { xAxes, type XAxis } from '../../core/analysis/curves/curvePoints.ts';
import { Persisted, numberFrom, oneOf } from './persisted.svelte.ts';

const kindNames: readonly CurveKindName[] = curveKinds.map(({ name }) => name);

/** How the curves are looked at: remembered between visits, except what is hidden. */
export class CurvesView {
  readonly #kind = new Persisted<CurveKindName>('curves.kind', 'trainLoss', oneOf(kindNames));
  readonly #xAxis = new Persisted<XAxis>('curves.x', 'step', oneOf(xAxes));
  readonly #isLog = new Persisted<boolean>('curves.log', false, oneOf([true, false]));
  readonly #smoothing = new Persisted<number>(
    'curves.smoothing',
    defaultSmoothing,
    numberFrom(0, 0.99),
  );
  hiddenTasks = $state.raw<readonly string[]>([]);
  hiddenRuns = $state.raw<readonly string[]>([]);

  get kind(): CurveKind {
    return curveKind(this.#kind.current);
  }
  get kindName(): CurveKindName {
    return this.#kind.current;
  }
  set kindName(name: CurveKindName) {
    this.#kind.current = name;
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
