import { type Instance, type SplitName, splitNames, type Task } from '../tasks/task.ts';

export type SplitChoice = SplitName | 'all';

/** Where an instance stands in its task. */
export interface InstancePlace {
  readonly split: SplitName;
  /** In its split, from 0. */
  readonly index: number;
}

/** What is looked for in a task. */
export interface InstanceSearch {
  readonly split: SplitChoice;
  /** Every word of it must stand somewhere in the instance, in whatever case; '' finds all. */
  readonly words: string;
}

/** One value for each instance of these splits, in the order of the splits: its place, or null where it has not the words. */
export function* findInstances(
  { splits }: Pick<Task, 'splits'>,
  { split, words }: InstanceSearch,
): Generator<InstancePlace | null, undefined> {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  for (const name of split === 'all' ? splitNames : [split]) {
    for (const [index, instance] of splits[name].entries()) {
      yield hasWords(instance, wanted) ? { split: name, index } : null;
    }
  }
}

function hasWords(
  { input, outputs, slots = {}, options = [] }: Instance,
  wanted: readonly string[],
): boolean {
  if (wanted.length === 0) return true;
  const text = [input, ...outputs, ...Object.values(slots), ...options].join('\n').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
