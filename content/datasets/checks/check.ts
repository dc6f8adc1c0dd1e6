import type { Tokenizer } from '../../../src/core/tokens/tokenizer.ts';
import type { Task } from '../../../src/core/tasks/task.ts';
import type { Draws } from '../drawSplits.ts';
import type { TaskSource } from '../taskSource.ts';

/** A built-in task in every form that a check may look at. */
export interface Checked {
  readonly source: TaskSource;
  readonly draws: Draws;
  /** The text of its file. */
  readonly text: string;
  /** The file as the page reads it. */
  readonly task: Task;
  readonly tokenizer: Tokenizer;
}

/** What a check found. */
export interface Finding {
  /** What must not be; one sentence each, with the place, and what was got and wanted. */
  readonly violations: readonly string[];
  /** What may be, but should be known. */
  readonly warnings?: readonly string[];
  /** What was measured, by column of the report's table. */
  readonly figures?: Readonly<Record<string, number | string>>;
}

/** A pure look at one task. */
export type Check = (checked: Checked) => Finding;
