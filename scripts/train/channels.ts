import { defaultLevel } from '../../src/core/mixture/mixingRates.ts';
import type { ChannelLevel, TaskInfo } from '../../src/core/protocol.ts';
import type { TrainConfig } from './config.ts';

/** Every task of the experiment as a channel of the desk. */
export function channelsOf(config: TrainConfig, tasks: readonly TaskInfo[]): ChannelLevel[] {
  return tasks.map(({ id, cluster }) => ({
    taskId: id,
    level: config.levels[id] ?? defaultLevel,
    isOn: !config.muted.includes(id) && !config.heldOutClusters.includes(cluster),
  }));
}
