import { lookUp } from '../lookUp.ts';
import type { ChannelLevel } from '../protocol/index.ts';
import { defaultLevel } from '../sampling/mixingRates.ts';
import type { DeskSetup } from './deskSetup.ts';

/** What a fader weighs beside its bus's: that one leaves it as it is where it stands at rest. */
export const levelInMix = (level: number, busLevel: number): number =>
  (level * busLevel) / defaultLevel;

/**
 * The channels of a run with this desk, in its order. The bus of a cluster counts where several of its
 * tasks are on the desk, as there it has a fader.
 */
export function channelsOf(
  { tasks, buses }: DeskSetup,
  clusterOf: (taskId: string) => string,
): ChannelLevel[] {
  const sizes = new Map<string, number>();
  for (const { id } of tasks) sizes.set(clusterOf(id), (sizes.get(clusterOf(id)) ?? 0) + 1);
  return tasks.map(({ id, level, isMuted, maxExamples, metric }) => {
    const cluster = clusterOf(id);
    const busLevel = sizes.get(cluster)! > 1 ? lookUp(buses, cluster) : undefined;
    return {
      taskId: id,
      level: levelInMix(level, busLevel ?? defaultLevel),
      isOn: !isMuted,
      ...(maxExamples !== undefined && { maxExamples }),
      ...(metric !== undefined && { metric }),
    };
  });
}
