import type { Slots } from '../../src/core/tasks/task.ts';

/** What a prompt gives beside the input. */
export interface Given {
  readonly slots: Slots;
  readonly options: readonly string[];
}

/**
 * An independent answer to a task: it reads what is rendered and nothing else, and shares no code with
 * the generator. Where many answers are right, `judge` says whether this one is.
 */
export type Solver =
  | { readonly solve: (input: string, given: Given) => string }
  | { readonly judge: (input: string, output: string, given: Given) => boolean };
