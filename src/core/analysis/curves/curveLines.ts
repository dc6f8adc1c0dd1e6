import type { CurveKind } from './curveKind.ts';
import { curvePoints, type XAxis } from './curvePoints.ts';
import { filterPoints, type Points } from './points.ts';
import type { RunColumns } from './runColumns.ts';

/** What a line stands for: one task, or several whose mean it shows. */
export interface CurveSubject {
  readonly id: string;
  readonly members: readonly string[];
}

/** Tasks that share a skill. */
export interface CurveCluster {
  readonly name: string;
  readonly taskIds: readonly string[];
}

/** A closed cluster is one line, the mean of its tasks; an open one is all of them. */
export function curveSubjects(
  clusters: readonly CurveCluster[],
  isOpen: (cluster: CurveCluster) => boolean,
): CurveSubject[] {
  return clusters.flatMap((cluster) =>
    cluster.taskIds.length === 1 || isOpen(cluster)
      ? cluster.taskIds.map((id) => ({ id, members: [id] }))
      : [{ id: clusterSubjectId(cluster.name), members: cluster.taskIds }],
  );
}

export const clusterSubjectId = (name: string): string => `cluster ${name}`;

export interface CurveLine<S extends CurveSubject = CurveSubject> {
  readonly subject: S;
  /** The subject's id, with `/scored` behind it for the line of tasks that were only scored. */
  readonly id: string;
  readonly members: readonly string[];
  /** True where the other tasks of the subject are trained on and have a line of their own. */
  readonly isOnlyScored: boolean;
  readonly points: Points;
}

export interface CurvesAsked {
  readonly kind: CurveKind;
  readonly xAxis: XAxis;
  /** A log scale has no place for values of 0 and less. */
  readonly isLog?: boolean;
}

/**
 * The lines of one run, those without a point left out. A subject of several tasks, some of which this run
 * trains on and some of which it only scores, has two: new instances and new tasks have no mean in common.
 */
export function curveLines<S extends CurveSubject>(
  columns: RunColumns,
  trained: ReadonlySet<string>,
  subjects: readonly S[],
  { kind, xAxis, isLog = false }: CurvesAsked,
): CurveLine<S>[] {
  return subjects
    .flatMap((subject) => linesOf(subject, trained))
    .map((line) => {
      const points = curvePoints(columns, kind, xAxis, line.members);
      // Only a log scale is worth a walk over all points.
      return { ...line, points: isLog ? filterPoints(points, (y) => !(y <= 0)) : points };
    })
    .filter(({ points }) => points.ys.length > 0);
}

function linesOf<S extends CurveSubject>(
  subject: S,
  trained: ReadonlySet<string>,
): Omit<CurveLine<S>, 'points'>[] {
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
