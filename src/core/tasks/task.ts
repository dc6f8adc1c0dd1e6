/** One worked case of a task: an input and every answer that counts as right (at least one). */
export interface Instance {
  /** Unique inside its task. */
  readonly id: string;
  readonly input: string;
  readonly outputs: readonly string[];
  /** What stands for `{name}` in the task's wordings: makes each instance an instruction of its own. */
  readonly slots?: Slots;
  /** The answers to choose from; rank classification scores each of them. */
  readonly options?: readonly string[];
  /** True when the options are part of the prompt. */
  readonly showsOptions?: boolean;
  /** 1 easy, 2, 3 hard. */
  readonly difficulty?: number;
}

export type Slots = Readonly<Record<string, string>>;

/** A demonstration with the reason why its output is right (or wrong). */
export interface Demonstration {
  readonly input: string;
  readonly output: string;
  readonly explanation: string;
  readonly slots?: Slots;
}

/**
 * One way of asking for the task; `place` says whether it stands before or after the input, or around it: then its text has
 * `{input}` where the input goes.
 */
export interface Wording {
  readonly id: string;
  /** May hold `{name}`s, which an instance's `slots` fill. */
  readonly text: string;
  /** What an answer must keep to and `text` does not say: follows it in every prompt. */
  readonly ending?: string;
  readonly place: 'before' | 'after' | 'around';
  /** Never trained on: what is measured as "unseen wordings". */
  readonly isHeldOut?: boolean;
  /** Asks for the input given the output (FLAN's "turned around" templates); trained on only. */
  readonly isInverted?: boolean;
}

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/** A task after the door: what a channel of the desk plays. */
export interface Task {
  /** Stable key, `[a-z0-9][a-z0-9_-]*`. */
  readonly id: string;
  readonly name: string;
  /** Cluster in FLAN's sense: tasks that share a skill share a colour. */
  readonly cluster: string;
  /** Name of the metric that scores it. */
  readonly metric: string;
  readonly definition: string;
  /** Its instances are instructions of their own (a parametrised family). */
  readonly isFamily?: boolean;
  /** Never empty; the first is the definition itself. */
  readonly wordings: readonly Wording[];
  readonly positiveExamples: readonly Demonstration[];
  readonly negativeExamples: readonly Demonstration[];
  /** No input occurs in two splits. */
  readonly splits: Readonly<Record<SplitName, readonly Instance[]>>;
  /** The file's own `Instance License`, or 'Unknown'. */
  readonly licence: string;
  /** The name of its file; 'built-in' for what the site itself serves (said by who fetched it). */
  readonly origin: string;
}
