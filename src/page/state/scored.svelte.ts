import {
  meanScores,
  scoresOverTime,
  type ScorePoint,
  type ScoresOverTime,
} from '../../core/analysis/scoresOverTime.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { ShownAnswer } from '../../core/protocol/index.ts';
import type { RunEvaluation } from '../../core/runs/record.ts';
import type { Runs } from './runs.svelte.ts';

const none: readonly RunEvaluation[] = [];
const noPoints: readonly ScorePoint[] = [];

/** What the evaluations of the current run gave: computed when one has come, not with every step. */
export class Scored {
  readonly #runs: Runs;
  readonly #evaluations: readonly RunEvaluation[] = $derived.by(
    () => this.#runs.current?.evaluations ?? none,
  );
  /** How many evaluations have come. */
  readonly count: number = $derived(this.#evaluations.length);
  readonly #scores: ScoresOverTime = $derived(scoresOverTime(this.#evaluations));
  readonly #answers: Readonly<Record<string, ShownAnswer>> = $derived.by(() => {
    const answers = this.#evaluations.findLast(({ split }) => split === 'validation')?.answers;
    // Of several answers to a task the first stays: always to the same example.
    return Object.fromEntries((answers ?? []).toReversed().map((one) => [one.taskId, one]));
  });
  /** Where the sparklines end. */
  readonly lastStep: number = $derived.by(() => this.#runs.current?.nSteps ?? 0);
  readonly #ofTrained: readonly ScorePoint[] = $derived.by(() =>
    meanScores(this.#scores, [...this.#runs.trained]),
  );

  constructor(runs: Runs) {
    this.#runs = runs;
  }

  /** Of one task; of several: their mean. */
  scores(taskIds: readonly string[]): readonly ScorePoint[] {
    const [first] = taskIds;
    if (taskIds.length === 1) return lookUp(this.#scores, first!) ?? noPoints;
    return meanScores(this.#scores, taskIds);
  }

  /** Mean over the tasks that the run trains on. */
  get master(): readonly ScorePoint[] {
    return this.#ofTrained;
  }

  /** What is said now to the task's first held-out example. */
  answer(taskId: string): ShownAnswer | null {
    return lookUp(this.#answers, taskId) ?? null;
  }
}
