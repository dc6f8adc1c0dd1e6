import type { ChannelLevel, TaskFits } from '../../src/core/protocol/index.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import { type SplitName, splitNames, type Task } from '../../src/core/tasks/task.ts';
import { type FitCounts, splitFits } from '../../src/core/tokens/fitCounts.ts';
import { tasksOfChannels } from '../loop/run.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import type { Session } from './session.ts';

/** No example of a built-in task is longer, with its answer (`content/datasets/checks/contextLength.ts`). */
const builtInLength = 256;
/** Examples between two times that the thread is given back. */
const atOnce = 100;

/**
 * How the examples of these channels' tasks lie in rows, by task id; left out are built-in tasks that lie whole in a row
 * of this length. Each is counted once for a model, a format and a length.
 * @throws AppError 'not-ready'
 */
export async function countFits(
  session: Session,
  { seqLen, instructionFormat }: Pick<Settings, 'seqLen' | 'instructionFormat'>,
  channels: readonly ChannelLevel[],
  splits: readonly SplitName[] = splitNames,
): Promise<TaskFits> {
  const reading = session.reading(instructionFormat);
  const count = async (task: Task, split: SplitName): Promise<FitCounts> => {
    const counting = splitFits(reading, task, split, seqLen);
    for (let n = 1; ; n++) {
      const { done, value } = counting.next();
      if (done) return value;
      if (n % atOnce === 0) await yieldToEvents();
    }
  };
  const found: Record<string, Partial<Record<SplitName, FitCounts>>> = {};
  for (const task of tasksOfChannels(channels, session.tasks, session.lists.metrics)) {
    if (task.origin === 'built-in' && seqLen >= builtInLength) continue;
    const own: Partial<Record<SplitName, FitCounts>> = (found[task.id] = {});
    for (const split of splits) {
      const key = JSON.stringify([split, instructionFormat, seqLen, task.splits[split].length]);
      const loaded = session.tasks.get(task.id)!;
      own[split] = await session.fits.of(loaded, key, () => count(task, split));
    }
  }
  return found;
}
