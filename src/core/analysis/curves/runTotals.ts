import type { RunRecord, RunStep } from '../../runs/record.ts';

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
type Asked = Pick<RunRecord, 'mixingRates' | 'changes' | 'trainExamples'>;

/** Sums over a run's steps by task, which grow with it. */
export class RunTotals {
  readonly #byTask = new Map<string, Totals>();
  #rates: readonly (readonly [taskId: string, rate: number])[] | null = null;
  #changesRead = 0;

  /** The next step; `asked` is of the same run. */
  add({ step, lossByTask }: Pick<RunStep, 'step' | 'lossByTask'>, asked: Asked): void {
    let weight = 0;
    for (const [taskId, { examples = 0, allTokens = 0, tokens }] of Object.entries(lossByTask)) {
      // Records from before examples were counted are weighed by what they have.
      weight += examples > 0 ? examples : tokens;
      const totals = this.#of(taskId);
      totals.examples += examples;
      totals.tokens += allTokens;
      totals.lossTokens += tokens;
      const available = asked.trainExamples?.[taskId] ?? Infinity;
      if (totals.examples > available) totals.repeatsFrom ??= step;
    }
    this.#moveTo(step, asked);
    for (const [taskId, rate] of this.#rates!) this.#of(taskId).asked += rate * weight;
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
  #moveTo(step: number, { mixingRates, changes }: Asked): void {
    this.#rates ??= Object.entries(mixingRates);
    for (const change of changes.slice(this.#changesRead)) {
      if (change.step >= step) return;
      this.#rates = Object.entries(change.mixingRates);
      this.#changesRead += 1;
    }
  }
}
