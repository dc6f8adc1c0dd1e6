import type { ChannelLevel, TaskInfo } from '../protocol/index.ts';
import { mixingShares } from '../sampling/mixingRates.ts';
import type { Settings } from '../settings/table.ts';
import { mean } from '../statistics/mean.ts';

type KnownTask = Pick<TaskInfo, 'id' | 'wordings' | 'samples' | 'counts'>;

/** Fitted to the wordings and samples of the built-in tasks with the shipped tokenizer: nine in ten are within 23 %. */
const tokensFor = { letter: 0.3, otherSign: 1.33 };
/** "Input:", "Output:" and the end, in tokens. */
const frameTokens = 6;
/** One, two or four of them, each as likely. */
const meanShots = 7 / 3;
/** Of the tokens of packed rows, what is no padding. */
const filled = 0.95;

/**
 * How often the training examples of each task will have come on average at the end of a run with these settings, by task
 * id: from its wordings and samples, by their letters and signs; exact books are kept while it runs.
 */
export function epochsAhead(
  settings: Settings,
  channels: readonly ChannelLevel[],
  tasks: readonly KnownTask[],
): Record<string, number> {
  const known = channels.flatMap((channel) => {
    const task = tasks.find(({ id }) => id === channel.taskId);
    if (!task) return [];
    const size = Math.min(task.counts.train, channel.maxExamples ?? Infinity);
    return [{ ...channel, size, tokens: Math.min(settings.seqLen, tokensOf(task, settings)) }];
  });
  const rates = mixingShares(settings, known);
  if (!rates) return {};
  const tokensEach = rates.reduce((sum, rate, k) => sum + rate * known[k]!.tokens, 0);
  const room = filled * settings.trainTokens * (1 - settings.rehearsalShare / 100);
  const epochs = known.map(({ taskId, size }, k) => {
    return [taskId, (rates[k]! * room) / tokensEach / Math.max(1, size)] as const;
  });
  return Object.fromEntries(epochs.filter(([, times]) => times > 0));
}

/** Of an example of the task as it is trained on, worked examples included; about. */
function tokensOf({ wordings, samples }: KnownTask, { shotShare }: Settings): number {
  const instruction = meanOf(wordings, ({ text, ending = '' }) => `${text} ${ending}`);
  const example = meanOf(samples, ({ input, outputs }) => `${input} ${outputs[0] ?? ''}`);
  const shots = (shotShare / 100) * meanShots;
  return instruction + (1 + shots) * (example + frameTokens);
}

/** Mean length in tokens; 0 of none. */
const meanOf = <T>(items: readonly T[], text: (item: T) => string): number =>
  items.length > 0 ? mean(items.map((item) => lengthOf(text(item)))) : 0;

function lengthOf(text: string): number {
  const signs = text.replace(/\s/g, '');
  const letters = signs.replace(/\P{L}/gu, '').length;
  return tokensFor.letter * letters + tokensFor.otherSign * (signs.length - letters);
}
