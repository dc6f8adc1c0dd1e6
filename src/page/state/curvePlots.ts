import type { CurveKind } from '../../core/analysis/curves/curveKind.ts';
import {
  curveLines,
  curveOf,
  type CurveLine,
  type CurvesAsked,
} from '../../core/analysis/curves/curveLines.ts';
import type { RunColumns } from '../../core/analysis/curves/runColumns.ts';
import { lookUp } from '../../core/lookUp.ts';
import { mean } from '../../core/statistics/mean.ts';
import type { RunRecord } from '../../core/runs/record.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import { t } from '../i18n/texts.ts';
import type { CurveTask } from './curveTasks.ts';
import type { Plot, PlotLevel, PlotLine } from './plotData.ts';

/** A run as plots take it. */
export interface DrawnRun {
  readonly record: RunRecord;
  readonly columns: RunColumns;
}

export interface PlotsAsked extends CurvesAsked {
  /** The run that is read. */
  readonly run: DrawnRun;
  /** Runs that are drawn behind it, fainter. */
  readonly earlier: readonly DrawnRun[];
  readonly tasks: readonly CurveTask[];
  /** Chance level of the tasks' scores, 0–100, as far as it is known. */
  readonly chance: Readonly<Record<string, number>>;
}

const earlierOpacity = 0.45;
const earlierDash = [5, 4];
const onlyScoredDash = [2, 3];

/** One plot for each task or cluster that the run has anything of. */
export function curvePlots(asked: PlotsAsked): Plot[] {
  const trained = trainedIn(asked.run.record);
  return asked.tasks.map((task) => {
    const own = curveLines(trained, [task]).map((line) => readLine(asked.run, line, asked));
    const behind = asked.earlier.flatMap((run) =>
      curveLines(trainedIn(run.record), [task]).map((line) => earlierLine(run, line, asked)),
    );
    return {
      id: task.id,
      name: task.name,
      colour: colourOf(task),
      dash: task.look.dash,
      lines: [...behind, ...againstOf(asked, task), ...own.toReversed()],
      levels: () => levelsOf(asked, task),
    };
  });
}

/** What the line is held against, e.g. the share that was asked for. */
function againstOf(asked: PlotsAsked, task: CurveTask): PlotLine[] {
  const { kind, run, xAxis } = asked;
  if (!kind.against) return [];
  const line = {
    subject: task,
    id: `${task.id}/against`,
    members: task.members,
    isOnlyScored: false,
  };
  const curve = () => curveOf(run.columns, task, { kind: kind.against!, xAxis });
  const look = { label: t.curves.asked(task.name), dash: [1, 3], width: 0.75 };
  return [{ ...readLine(run, line, asked), ...look, isRead: false, hasDots: false, curve }];
}

/** The same line without smoothing, to lie faintly behind it. */
export function rawBehind(
  run: DrawnRun,
  line: PlotLine,
  task: CurveTask,
  asked: CurvesAsked,
): PlotLine {
  const curve = () => curveOf(run.columns, task, { ...asked, smoothing: 0 });
  return {
    ...line,
    id: `${line.id}/raw`,
    dash: [],
    width: 0.5,
    opacity: 0.3,
    isRead: false,
    curve,
  };
}

/** The name of a line; of a cluster that is trained on in part, it says which part. */
export const lineName = ({ subject: { name }, isOnlyScored }: CurveLine<CurveTask>): string =>
  isOnlyScored ? t.curves.onlyScored(name) : name;

const colourOf = ({ look }: CurveTask): string => `var(--cluster-${look.colour})`;

const readLine = (
  { record, columns }: DrawnRun,
  line: CurveLine<CurveTask>,
  asked: PlotsAsked,
): PlotLine => ({
  id: `${record.runId}/${line.id}`,
  subjectId: line.subject.id,
  label: lineName(line),
  colour: colourOf(line.subject),
  dash: line.isOnlyScored ? onlyScoredDash : line.subject.look.dash,
  width: 1,
  opacity: 1,
  isRead: true,
  hasDots: asked.kind.table === 'validations',
  curve: () => curveOf(columns, line, asked),
});

function earlierLine(run: DrawnRun, line: CurveLine<CurveTask>, asked: PlotsAsked): PlotLine {
  const drawn = readLine(run, line, asked);
  const look = { dash: earlierDash, width: 0.75, opacity: earlierOpacity };
  return { ...drawn, ...look, isRead: false, hasDots: false };
}

/** Where the untouched model stood, and where guessing stands. */
function levelsOf({ run, kind, xAxis, chance }: PlotsAsked, task: CurveTask): PlotLevel[] {
  const base = baseOf(run, kind, task, xAxis);
  const guessed = kind.name === 'score' ? task.members.map((id) => lookUp(chance, id)) : [];
  const known = guessed.filter((level) => level !== undefined);
  return [
    ...(base === null ? [] : [{ y: base, label: t.curves.base, isDotted: false }]),
    ...(known.length === 0 || known.length < guessed.length
      ? []
      : [{ y: mean(known), label: t.curves.chance, isDotted: true }]),
  ];
}

function baseOf(
  { columns }: DrawnRun,
  kind: CurveKind,
  task: CurveTask,
  xAxis: CurvesAsked['xAxis'],
): number | null {
  if (kind.table !== 'validations') return null;
  const { steps, ys } = curveOf(columns, task, { kind, xAxis });
  return steps[0] === 0 && Number.isFinite(ys[0]) ? ys[0]! : null;
}
