import { curveSubjects } from '../../core/analysis/curves/curveLines.ts';
import { clusterName } from '../i18n/names.ts';
import type { CurveTask } from './curveSeries.ts';
import type { Cluster, Desk } from './desk.svelte.ts';
import { nColours } from './looks.ts';

/** The lines of the curves: a closed cluster is one, the mean of its tasks; an open one is all of them. */
export const curveTasks = (desk: Desk): CurveTask[] =>
  desk.clusters.flatMap((cluster, index) => tasksOf(desk, cluster, index));

function tasksOf(desk: Desk, cluster: Cluster, index: number): CurveTask[] {
  const { name, channels } = cluster;
  const subject = { name, taskIds: channels.map(({ id }) => id) };
  return curveSubjects([subject], () => desk.isOpen(cluster)).map((line): CurveTask => {
    const channel = channels.find(({ id }) => id === line.id);
    if (channel) return { ...line, name: channel.name, look: desk.looks[channel.id]! };
    const { colour } = desk.looks[channels[0]!.id]!;
    return { ...line, name: clusterName(name), look: { colour, dash: clusterDash(index) } };
  });
}

/** More clusters than colours: the second round is dashed. */
const clusterDash = (index: number): readonly number[] => (index >= nColours ? [7, 4] : []);
