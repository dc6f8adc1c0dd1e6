import type { FaderPosition } from '../../src/core/protocol/index.ts';
import type { RatedChannel } from '../../src/core/sampling/sampler.ts';
import type { Task } from '../../src/core/tasks/task.ts';

/** What a sampler knows of each task; the channels are those of the tasks, in their order. */
export const ratedChannels = (
  tasks: readonly Task[],
  channels: readonly FaderPosition[],
): RatedChannel[] =>
  tasks.map(({ splits }, k) => {
    const { level, isOn } = channels[k]!;
    return { size: splits.train.length, level, isOn };
  });
