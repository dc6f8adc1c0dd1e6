import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fillSlots } from '../../src/core/render/fillSlots.ts';
import { parseDatasetIndex, taskListPaths } from '../../src/core/tasks/datasetIndex.ts';
import type { TaskCard } from '../../src/core/tasks/taskCards.ts';
import type { Slots } from '../../src/core/tasks/task.ts';

/** The keys of a task file that a card is made from. */
interface TaskFile {
  readonly Definition: readonly [string];
  readonly 'Positive Examples': readonly [
    { readonly input: string; readonly output: string; readonly slots?: Slots },
  ];
  readonly Mixdesk?: { readonly constraints?: readonly string[] };
}

/** A card of every task that the site lists, by id. */
export function makeTaskCards(publicFolder: string): Readonly<Record<string, TaskCard>> {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(join(publicFolder, path), 'utf8'));
  const cards = taskListPaths.flatMap((path) =>
    parseDatasetIndex(read(path)).tasks.map(({ id, file }) => {
      const task = read(join(dirname(path), file)) as TaskFile;
      return [id, cardOf(task)] as const;
    }),
  );
  return Object.fromEntries(cards);
}

function cardOf({ Definition, Mixdesk, ...task }: TaskFile): TaskCard {
  const { input, output, slots } = task['Positive Examples'][0];
  const asked = [Definition[0], ...(Mixdesk?.constraints ?? [])].join(' ');
  return { instruction: fillSlots(asked, slots), input, output };
}
