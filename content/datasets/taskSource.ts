import type { RandomStream } from '../../src/core/random.ts';
import type { Slots, Wording } from '../../src/core/tasks/task.ts';
import type { Person } from '../world/lexicon.ts';

/** What a generator draws a case from. */
export interface Draw {
  /** The case's own randomness: what is asked, which wording of the facts, … */
  readonly stream: RandomStream;
  /**
   * Randomness of the text that is asked about. It is the same for every task at the same place of a
   * split, so that tasks which build their text from it ask about the very same texts.
   */
  readonly texts: RandomStream;
  /** The people who may be named. */
  readonly people: readonly Person[];
  /** The answer that the case must have: `labels` in turn; '' without labels. */
  readonly label: string;
}

/** One worked case as a generator draws it. */
export interface Case {
  readonly input: string;
  readonly output: string;
  /** Other answers that are as good. */
  readonly others?: readonly string[];
  /** Fills the `{name}`s of the wordings. */
  readonly slots?: Slots;
  /** Options of this case, where they differ from case to case. */
  readonly options?: readonly string[];
  /** 1 easy, 2, 3 hard: more sentences, distractors, moves, negations or larger numbers. */
  readonly difficulty: 1 | 2 | 3;
}

/** A wrong answer to a case's input, with the reason why it is wrong. */
export interface Mistake {
  readonly output: string;
  readonly explanation: string;
}

/** When a prompt says which answers there are: for half of the instances, for all, or for none. */
export type OptionHabit = 'half' | 'always' | 'never';

/** Everything that a built-in task file is made from. */
export interface TaskSource {
  readonly id: string;
  readonly name: string;
  readonly cluster: string;
  readonly metric: string;
  /** Super-NaturalInstructions' `Categories`, `Reasoning` and `Domains`. */
  readonly category: string;
  readonly reasoning: string;
  readonly domain: string;
  readonly inputLanguage?: string;
  readonly outputLanguage?: string;
  /** At most 30 words. */
  readonly definition: string;
  /** The definition in Chinese. */
  readonly definitionZh: string;
  /** What an answer must keep to, one plain sentence each; they end every instruction but the inverted ones. */
  readonly constraints?: readonly string[];
  /** At least eight other ways to ask; two of them held out, one inverted where the task has an inverse. */
  readonly wordings: readonly Omit<Wording, 'id'>[];
  /** A parametrised family: its wordings have slots, and nearly every instance is a rule of its own. */
  readonly isFamily?: boolean;
  /** The closed set of answers of a classification task; instances cycle through them. */
  readonly labels?: readonly string[];
  /** 'half' if left out; only for tasks with `labels` or `Case.options`. */
  readonly showsOptions?: OptionHabit;
  /**
   * True where the answer is knowledge about a word (its translation, its kind) and not in the text:
   * such a task cannot keep nouns for the test.
   */
  readonly needsWordKnowledge?: boolean;
  /** Draws one case; the result depends on the draw only. */
  draw(draw: Draw): Case;
  /** Why the case's output is right. */
  explain(drawn: Case): string;
  /** A plausible wrong answer to the case. */
  mistake(drawn: Case, stream: RandomStream): Mistake;
}
