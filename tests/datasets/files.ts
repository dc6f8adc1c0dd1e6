import { readFileSync } from 'node:fs';
import { taskSources } from '../../scripts/datasets/tasks/index.ts';
import type { Demonstration, SplitName, Wording } from '../../src/core/tasks/task.ts';

/** The parts of a built-in task file that these tests look at. */
export interface TaskFile {
  readonly Definition: readonly string[];
  readonly 'Positive Examples': readonly Demonstration[];
  readonly 'Negative Examples': readonly Demonstration[];
  readonly Instances: readonly {
    readonly id: string;
    readonly input: string;
    readonly output: readonly string[];
    readonly split: SplitName;
  }[];
  readonly Mixdesk: { readonly id: string; readonly wordings: readonly Wording[] };
}

const folder = new URL('../../public/datasets/', import.meta.url);

/** The text of a file of `public/datasets`. */
export const readText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export const readTaskFile = (id: string): TaskFile =>
  JSON.parse(readText(`${id}.json`)) as TaskFile;

/** Every built-in task file, as published. */
export const taskFiles: readonly TaskFile[] = taskSources.map(({ id }) => readTaskFile(id));
