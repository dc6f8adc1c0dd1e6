import type { Instance, Task, Wording } from '../tasks/task.ts';

/** What is asked about: an instance, or an input alone. */
export type Asked = Pick<Instance, 'input' | 'slots' | 'options' | 'showsOptions'>;

/** A worked case that stands before the question (k-shot prompting). */
export interface Shot {
  readonly input: string;
  readonly output: string;
  /** Shows what not to answer; no model of ours has met one in training. */
  readonly isWrong?: boolean;
}

export type Instruction = Pick<Wording, 'text' | 'ending' | 'place'>;

/** What a format may say of the task itself. */
export type AskedTask = Pick<Task, 'name' | 'definition' | 'positiveExamples' | 'negativeExamples'>;

/** All that an instruction format puts into words; the answer comes apart from it. */
export interface Question {
  /** Null for a visitor's own instruction. */
  readonly task: AskedTask | null;
  readonly instruction: Instruction;
  readonly asked: Asked;
  readonly shots: readonly Shot[];
}
