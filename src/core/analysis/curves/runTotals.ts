import { lookUp } from '../../lookUp.ts';
import type { Mixture } from '../../runs/mixturesOf.ts';
import type { RunStep } from '../../runs/record.ts';

/** What a run has trained on of one task until now. */
export interface TaskTotals {
  readonly examples: number;
  /** All tokens of its examples, and those that carried loss. */
  readonly tokens: number;
  readonly lossTokens: number;
  /** The share that the mixture asked for, summed over the steps, each with the weight of its examples. */
  readonly asked: number;
  /** The step in which an example came again; null until then. */
  readonly repeatsFrom: number | null;
}

type Totals = { -readonly [K in keyof TaskTotals]: TaskTotals[K] };

/** Sums over a run's steps by task, which grow with it. */
export class RunTotals {
  readonly #byTask = new Map<string, Totals>();
  /** Of the mixture at #place, as a list: walked at every step. */
  #rates: readonly (readonly [taskId: string, rate: number])[] = [];
  #place = -1;

  /** The next step, with the mixtures of its run and how many training examples its tasks have. */
  add(
    { step, lossByTask }: Pick<RunStep, 'step' | 'lossByTask'>,
    mixtures: readonly Mixture[],
    sizes: Readonly<Record<string, number>>,
  ): void {
    let weight = 0;
    for (const [taskId, { examples = 0, allTokens = 0, tokens }] of Object.entries(lossByTask)) {
      // Records from before examples were counted are weighed by what they have.
      weight += examples > 0 ? examples : tokens;
      const totals = this.#of(taskId);
      totals.examples += examples;
      totals.tokens += allTokens;
      totals.lossTokens += tokens;
      if (totals.examples > (lookUp(sizes, taskId) ?? Infinity)) totals.repeatsFrom ??= step;
    }
    this.#moveTo(step, mixtures);
    for (const [taskId, rate] of this.#rates) this.#of(taskId).asked += rate * weight;
  }

  /** As they are now, by task id. */
  snapshot(): Readonly<Record<string, TaskTotals>> {
    return Object.fromEntries([...this.#byTask].map(([id, totals]) => [id, { ...totals }]));
  }

  #of(taskId: string): Totals {
    const known = this.#byTask.get(taskId);
    if (known) return known;
    const totals = { examples: 0, tokens: 0, lossTokens: 0, asked: 0, repeatsFrom: null };
    this.#byTask.set(taskId, totals);
    return totals;
  }

  /** Takes the mixture that this step was drawn with. */
  #moveTo(step: number, mixtures: readonly Mixture[]): void {
    const before = this.#place;
    while (mixtures[this.#place + 1] && mixtures[this.#place + 1]!.step < step) this.#place += 1;
    if (this.#place !== before) this.#rates = Object.entries(mixtures[this.#place]!.rates);
  }
}
