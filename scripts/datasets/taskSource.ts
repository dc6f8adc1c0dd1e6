import type { Person } from '../world/lexicon.ts';
import type { RandomStream } from '../../src/core/random.ts';
import type { MetricName } from '../../src/core/metrics/metric.ts';
import type { Wording } from '../../src/core/tasks/task.ts';

/** One worked case as a generator draws it. */
export interface Case {
  readonly input: string;
  readonly output: string;
}

/** A wrong answer to a case's input, with the reason why it is wrong. */
export interface Mistake {
  readonly output: string;
  readonly explanation: string;
}

/** Everything that a built-in task file is made from. */
export interface TaskSource {
  readonly id: string;
  readonly name: string;
  readonly cluster: string;
  readonly metric: MetricName;
  /** Super-NaturalInstructions' `Categories`, `Reasoning` and `Domains`. */
  readonly category: string;
  readonly reasoning: string;
  readonly domain: string;
  readonly outputLanguage?: string;
  /** At most 30 words. */
  readonly definition: string;
  /** Other ways to ask, besides the definition. */
  readonly wordings: readonly Omit<Wording, 'id'>[];
  /** Training instances; 1,500 if left out. */
  readonly trainSize?: number;
  /** The closed set of answers of a classification task; instances cycle through them. */
  readonly labels?: readonly string[];
  /**
   * Draws one case that names only these people; `label` is the answer it must have ('' without labels).
   * The result depends on its arguments only.
   */
  draw(stream: RandomStream, people: readonly Person[], label: string): Case;
  /** Why the case's output is right. */
  explain(drawn: Case): string;
  /** A plausible wrong answer to the case. */
  mistake(drawn: Case, stream: RandomStream): Mistake;
}
