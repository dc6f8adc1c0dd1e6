import { clusterSubjectId, type CurveSubject } from '../../core/analysis/curves/curveLines.ts';
import { t } from '../i18n/texts.ts';
import { clusterName } from '../i18n/names.ts';
import type { CurveGrouping } from './curvesView.svelte.ts';
import type { Cluster } from './cluster.ts';
import type { Desk } from './desk.svelte.ts';
import { nColours, type ChannelLook } from './looks.ts';

/** What a line stands for, and how it is drawn. */
export interface CurveTask extends CurveSubject {
  readonly name: string;
  readonly look: ChannelLook;
}

/** Tasks that have a line each before clusters have one. */
const mostTasks = 24;

/** What has a line of its own: tasks, or clusters as the mean of their tasks. */
export function curveTasks(
  desk: Pick<Desk, 'clusters' | 'looks'>,
  grouping: CurveGrouping,
): readonly CurveTask[] {
  const { clusters } = desk;
  const nTasks = clusters.reduce((sum, { channels }) => sum + channels.length, 0);
  const areTasks = grouping === 'tasks' || (grouping === 'auto' && nTasks <= mostTasks);
  return areTasks
    ? clusters.flatMap((cluster) => membersOf(desk, cluster))
    : clusters.map((cluster, index) => clusterTask(desk, cluster, index));
}

/** Of a kind that is one value of the run: its one line, of no task. */
export const wholeRun = (): CurveTask => ({
  id: 'run',
  members: [],
  name: t.curves.wholeRun,
  look: { colour: 1, dash: [] },
});

/** The tasks of a cluster, each as a line of its own. */
export const membersOf = ({ looks }: Pick<Desk, 'looks'>, { channels }: Cluster): CurveTask[] =>
  channels.map(({ id, name }) => ({ id, members: [id], name, look: looks[id]! }));

function clusterTask({ looks }: Pick<Desk, 'looks'>, cluster: Cluster, index: number): CurveTask {
  const { name, channels } = cluster;
  const members = channels.map(({ id }) => id);
  const { colour } = looks[members[0]!]!;
  const look = { colour, dash: index >= nColours ? [7, 4] : [] };
  return { id: clusterSubjectId(name), members, name: clusterName(name), look };
}
