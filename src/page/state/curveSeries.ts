import { mean } from '../../core/analysis/mean.ts';
import { smooth } from '../../core/analysis/smoothing.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { RunId } from '../../core/protocol/index.ts';
import type { RunRecord } from '../../core/runs/runRecord.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import type { ChartMark, LinePoint, LineSeries } from '../ui/parts/chartLook.ts';
import { t } from '../i18n/texts.ts';
import type { CurveKind, XAxis } from './curvesView.svelte.ts';
import type { ChannelLook } from './looks.ts';

export interface CurveTask {
  readonly id: string;
  readonly name: string;
  readonly look: ChannelLook;
  /** For a line that stands for several tasks: their ids, whose mean is drawn. */
  readonly members?: readonly string[];
}

export interface CurvesAsked {
  readonly records: readonly RunRecord[];
  /** This run is drawn in full; the others stay behind it, fainter. */
  readonly currentRunId: RunId | null;
  readonly tasks: readonly CurveTask[];
  readonly kind: CurveKind;
  readonly xAxis: XAxis;
  /** 0–0.99; the raw curve stays behind the smoothed one. */
  readonly smoothing: number;
  /** A log scale has no place for values of 0 and less. */
  readonly isLog: boolean;
}

/** Opacities of: a raw curve behind its smoothed one, and the curves of earlier runs. */
const rawOpacity = 0.22;
const earlierOpacity = 0.35;
const maxDots = 40;
const onlyScoredDash = [2, 3];

/** Everything that the chart draws, earlier runs first so that the current one lies on top. */
export function buildCurves(asked: CurvesAsked): {
  series: LineSeries[];
  marks: ChartMark[];
} {
  const isCurrent = (record: RunRecord): boolean => record.runId === asked.currentRunId;
  const earlier = asked.records.filter((record) => !isCurrent(record));
  const current = asked.records.filter(isCurrent);
  return {
    series: [
      ...earlier.flatMap((record) => linesOf(record, asked, false)),
      ...current.flatMap((record) => linesOf(record, asked, true)),
    ],
    marks: current.flatMap((record) =>
      record.changes.map(({ step }) => ({
        x: xOf(record, asked.xAxis, step),
        label: t.curves.changed,
      })),
    ),
  };
}

function linesOf(record: RunRecord, asked: CurvesAsked, isCurrent: boolean): LineSeries[] {
  return partsOf(record, asked.tasks).flatMap((task) => {
    const raw = curvePoints(record, asked.kind, asked.xAxis, task.members).filter(
      ({ y }) => !asked.isLog || !(y <= 0),
    );
    if (raw.length === 0) return [];
    const line = {
      label: task.name,
      colour: `var(--cluster-${task.look.colour})`,
      dash: task.look.dash,
    };
    const id = `${record.runId}/${task.id}`;
    const shown: LineSeries = {
      ...line,
      id,
      points: smoothed(raw, asked.smoothing),
      width: isCurrent ? 2 : 1.5,
      opacity: isCurrent ? 1 : earlierOpacity,
      isRead: isCurrent,
      hasDots: asked.kind !== 'trainLoss' && raw.length <= maxDots,
    };
    if (!isCurrent || asked.smoothing === 0) return [shown];
    const behind = { ...line, id: `${id}/raw`, points: raw, dash: [], width: 1 };
    return [{ ...behind, opacity: rawOpacity, isRead: false, hasDots: false }, shown];
  });
}

function smoothed(points: readonly LinePoint[], weight: number): readonly LinePoint[] {
  if (weight === 0) return points;
  const ys = smooth(
    points.map(({ y }) => y),
    weight,
  );
  return points.map(({ x }, i) => ({ x, y: ys[i]! }));
}

type Part = CurveTask & Required<Pick<CurveTask, 'members'>>;

/**
 * A line for several tasks, some of which this run trains on and some of which it only scores, becomes two:
 * new instances and new tasks have no mean in common.
 */
function partsOf(record: RunRecord, tasks: readonly CurveTask[]): Part[] {
  const trained = trainedIn(record);
  return tasks.flatMap((task): Part[] => {
    const { id, name, look, members = [id] } = task;
    const playing = members.filter((member) => trained.has(member));
    const scored = members.filter((member) => !trained.has(member));
    if (playing.length === 0 || scored.length === 0) return [{ ...task, members }];
    return [
      { ...task, members: playing },
      {
        id: `${id}/scored`,
        name: t.curves.onlyScored(name),
        look: { ...look, dash: onlyScoredDash },
        members: scored,
      },
    ];
  });
}

/** The mean curve of these tasks in one run; steps without any of them have no point. */
export function curvePoints(
  record: RunRecord,
  kind: CurveKind,
  xAxis: XAxis,
  taskIds: readonly string[],
): LinePoint[] {
  if (kind === 'trainLoss') {
    return record.steps.flatMap(({ step, tokens, lossByTask }) => {
      const losses = taskIds.flatMap((id) => lookUp(lossByTask, id)?.loss ?? []);
      return losses.length === 0 ? [] : [{ x: xAxis === 'step' ? step : tokens, y: mean(losses) }];
    });
  }
  return record.evaluations.flatMap(({ step, split, results }) => {
    if (split !== 'validation') return [];
    const values = results
      .filter(({ taskId }) => taskIds.includes(taskId))
      .flatMap(({ score, loss }) => (kind === 'score' ? (score ?? []) : loss));
    return values.length === 0 ? [] : [{ x: xOf(record, xAxis, step), y: mean(values) }];
  });
}

/** Where a step lies on the axis; tokens are those trained on up to it. */
function xOf(record: RunRecord, xAxis: XAxis, step: number): number {
  if (xAxis === 'step') return step;
  return record.steps.findLast((done) => done.step <= step)?.tokens ?? 0;
}

/** Latest drawn value by task id, of the current run. */
export function latestValues(
  series: readonly LineSeries[],
  runId: RunId | null,
): Record<string, number> {
  const prefix = `${runId}/`;
  const ofRun = series.filter(({ id, isRead }) => isRead && id.startsWith(prefix));
  return Object.fromEntries(
    ofRun.map(({ id, points }) => [id.slice(prefix.length), points.at(-1)?.y ?? NaN]),
  );
}

export interface CurveTable {
  readonly xs: readonly number[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

const maxColumns = 12;

/** The same curves as numbers: at most twelve columns, evenly spread, the last one always there. */
export function curveTable(
  record: RunRecord,
  kind: CurveKind,
  xAxis: XAxis,
  tasks: readonly CurveTask[],
): CurveTable {
  const curves = partsOf(record, tasks).map((task) => ({
    task,
    points: curvePoints(record, kind, xAxis, task.members),
  }));
  const all = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))];
  const xs = evenly(
    all.sort((a, b) => a - b),
    maxColumns,
  );
  return {
    xs,
    rows: curves.map(({ task, points }) => ({
      id: task.id,
      name: task.name,
      values: xs.map((x) => points.find((point) => point.x === x)?.y ?? null),
    })),
  };
}

function evenly(values: readonly number[], n: number): number[] {
  if (values.length <= n) return [...values];
  const stride = (values.length - 1) / (n - 1);
  return Array.from({ length: n }, (_, i) => values[Math.round(i * stride)]!);
}
