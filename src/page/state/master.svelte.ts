import { doubt } from '../../core/analysis/doubt.ts';
import { masterReading, type MasterReading } from '../../core/analysis/masterReading.ts';
import { lookUp } from '../../core/lookUp.ts';
import { mean } from '../../core/statistics/mean.ts';
import { chancesOf } from './chancesOf.ts';
import type { Desk } from './desk.svelte.ts';
import type { Runs } from './runs.svelte.ts';

/** All trained tasks of the current run in one reading: what the master strip shows. */
export class Master {
  readonly #runs: Runs;
  readonly #desk: Desk;
  readonly chances: Readonly<Record<string, number>> = $derived.by(() =>
    chancesOf(this.#desk.channels),
  );
  readonly reading: MasterReading = $derived.by(() =>
    masterReading(this.#runs.readings, this.#runs.trained, this.chances),
  );
  /** Mean doubt about the right answer, 0–1; null before the first step. */
  readonly doubt: number | null = $derived.by(() => {
    const losses = [...this.#runs.trained].flatMap(
      (id) => lookUp(this.#runs.readings, id)?.loss ?? [],
    );
    return losses.length > 0 ? mean(losses.map(doubt)) : null;
  });

  constructor(runs: Runs, desk: Desk) {
    this.#runs = runs;
    this.#desk = desk;
  }
}
