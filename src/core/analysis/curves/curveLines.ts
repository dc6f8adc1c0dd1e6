import type { CurveKind } from './curveKind.ts';
import { curvePoints, type Curve } from './curvePoints.ts';
import type { RunColumns } from './runColumns.ts';
import type { XAxis } from './xAxes.ts';

/** What a line stands for: one task, or several whose mean it shows. */
export interface CurveSubject {
  readonly id: string;
  readonly members: readonly string[];
}

/** Of a cluster as a subject. */
export const clusterSubjectId = (name: string): string => `cluster ${name}`;

export interface CurveLine<S extends CurveSubject = CurveSubject> {
  readonly subject: S;
  /** The subject's id, with `/scored` behind it for the line of tasks that were only scored. */
  readonly id: string;
  readonly members: readonly string[];
  /** True where the other tasks of the subject are trained on and have a line of their own. */
  readonly isOnlyScored: boolean;
}

/**
 * The lines of one run, drawn or not. A subject of several tasks, some of which this run trains on and some of
 * which it only scores, has two: new instances and new tasks have no mean in common.
 */
export const curveLines = <S extends CurveSubject>(
  trained: ReadonlySet<string>,
  subjects: readonly S[],
): CurveLine<S>[] => subjects.flatMap((subject) => linesOf(subject, trained));

export interface CurvesAsked {
  readonly kind: CurveKind;
  readonly xAxis: XAxis;
  /** 0–0.99, for kinds whose values jump. */
  readonly smoothing?: number;
}

/** A line's curve in this run. */
export function curveOf(
  columns: RunColumns,
  { members }: Pick<CurveLine, 'members'>,
  { kind, xAxis, smoothing = 0 }: CurvesAsked,
): Curve {
  const weight = kind.isSmoothed ? smoothing : 0;
  return curvePoints(columns, { kind, xAxis, taskIds: members, smoothing: weight });
}

function linesOf<S extends CurveSubject>(subject: S, trained: ReadonlySet<string>): CurveLine<S>[] {
  const { id, members } = subject;
  const playing = members.filter((member) => trained.has(member));
  const scored = members.filter((member) => !trained.has(member));
  if (playing.length === 0 || scored.length === 0) {
    return [{ subject, id, members, isOnlyScored: false }];
  }
  return [
    { subject, id, members: playing, isOnlyScored: false },
    { subject, id: `${id}/scored`, members: scored, isOnlyScored: true },
  ];
}
