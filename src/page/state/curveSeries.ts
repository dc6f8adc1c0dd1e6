import {
  curveLines,
  type CurveLine,
  type CurvesAsked,
  type CurveSubject,
} from '../../core/analysis/curves/curveLines.ts';
import type { XAxis } from '../../core/analysis/curves/curvePoints.ts';
import { thinned, type Points } from '../../core/analysis/curves/points.ts';
import type { RunColumns } from '../../core/analysis/curves/runColumns.ts';
import { smooth } from '../../core/analysis/smoothing.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import type { LinePoint, LineSeries } from './chartData.ts';
import { t } from '../i18n/texts.ts';
import type { ChannelLook } from './looks.ts';

/** What a line stands for, and how it is drawn. */
export interface CurveTask extends CurveSubject {
  readonly name: string;
  readonly look: ChannelLook;
}

/** A run as the chart takes it. */
export interface DrawnRun {
  readonly record: RunRecord;
  readonly columns: RunColumns;
  /** This run is drawn in full; the others stay behind it, fainter. */
  readonly isCurrent: boolean;
}

export interface SeriesAsked extends CurvesAsked {
  readonly runs: readonly DrawnRun[];
  readonly tasks: readonly CurveTask[];
  /** 0–0.99; the raw curve stays behind the smoothed one. */
  readonly smoothing: number;
}

/** Opacities of: a raw curve behind its smoothed one, and the curves of earlier runs. */
const rawOpacity = 0.22;
const earlierOpacity = 0.35;
const maxDots = 40;
const onlyScoredDash = [2, 3];
/** Points of a drawn line: more cannot be told apart on a screen. */
const maxPoints = 800;

/** Everything that the chart draws, earlier runs first so that the current one lies on top. */
export function curveSeries(asked: SeriesAsked): LineSeries[] {
  const earlier = asked.runs.filter(({ isCurrent }) => !isCurrent);
  const current = asked.runs.filter(({ isCurrent }) => isCurrent);
  return [...earlier, ...current].flatMap((run) =>
    linesOf(run, asked).flatMap((line) => drawn(run, line, asked)),
  );
}

/** A run's lines of these tasks. */
export const linesOf = (
  { record, columns }: Omit<DrawnRun, 'isCurrent'>,
  { tasks, ...asked }: CurvesAsked & { readonly tasks: readonly CurveTask[] },
): CurveLine<CurveTask>[] => curveLines(columns, trainedIn(record), tasks, asked);

/** The name of a line; of a cluster that is trained on in part, it says which part. */
export const lineName = ({ subject: { name }, isOnlyScored }: CurveLine<CurveTask>): string =>
  isOnlyScored ? t.curves.onlyScored(name) : name;

function drawn(
  { record, isCurrent }: DrawnRun,
  line: CurveLine<CurveTask>,
  { kind, smoothing }: SeriesAsked,
): LineSeries[] {
  const { look } = line.subject;
  const weight = kind.isSmoothed ? smoothing : 0;
  const id = `${record.runId}/${line.id}`;
  const common = {
    label: lineName(line),
    colour: `var(--cluster-${look.colour})`,
    dash: line.isOnlyScored ? onlyScoredDash : look.dash,
  };
  const { xs, ys } = line.points;
  const shown: LineSeries = {
    ...common,
    id,
    points: toDraw({ xs, ys: smooth(ys, weight) }),
    width: isCurrent ? 2 : 1.5,
    opacity: isCurrent ? 1 : earlierOpacity,
    isRead: isCurrent,
    hasDots: kind.table === 'validations' && ys.length <= maxDots,
  };
  if (!isCurrent || weight === 0) return [shown];
  const behind = { ...common, id: `${id}/raw`, points: toDraw(line.points), dash: [], width: 1 };
  return [{ ...behind, opacity: rawOpacity, isRead: false, hasDots: false }, shown];
}

function toDraw(points: Points): LinePoint[] {
  const { xs, ys } = thinned(points, maxPoints);
  return Array.from(xs, (x, i) => ({ x, y: ys[i]! }));
}

/** Where a step lies on the axis; tokens are those trained on up to it. */
export function xOf({ steps }: RunColumns, xAxis: XAxis, step: number): number {
  if (xAxis === 'step') return step;
  const row = steps.column('step').findLastIndex((done) => done <= step);
  return row < 0 ? 0 : steps.column('tokens')[row]!;
}

/** Latest drawn value by line, of this run. */
export function latestValues(
  series: readonly LineSeries[],
  runId: string | null,
): Readonly<Record<string, number>> {
  const prefix = `${runId}/`;
  const ofRun = series.filter(({ id, isRead }) => isRead && id.startsWith(prefix));
  return Object.fromEntries(
    ofRun.map(({ id, points }) => [id.slice(prefix.length), points.at(-1)?.y ?? NaN]),
  );
}
