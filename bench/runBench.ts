import type { BenchPlan } from './benchPlan.ts';
import type { BenchRow } from './benchRow.ts';
import { benchShape } from './benchShape.ts';
import { jobRunner } from './jobRunner.ts';
import { shapes } from './shapes.ts';

export interface BenchEvents {
  /** What runs now, and how much of all is done (0 … 1). */
  onProgress(words: string, done: number): void;
  /** The rows of a shape, again after every round: an interrupted bench keeps what it has. */
  onRows(rows: readonly BenchRow[]): void;
}

/** Runs a plan in the page, one worker at a time. Settles early, with what is there, when aborted. */
export async function runBench(
  plan: BenchPlan,
  events: BenchEvents,
  signal?: AbortSignal,
): Promise<void> {
  const run = jobRunner(plan, (words, done) => events.onProgress(words, done), signal);
  const onRows = (rows: readonly BenchRow[]): void => events.onRows(rows);
  for (const backend of plan.backends) {
    if (signal?.aborted) return;
    const products = await run(`${backend}: best matrix product`, { kind: 'products', backend });
    for (const name of plan.shapes) {
      await benchShape({ plan, shape: shapes[name], backend, products, run, onRows, signal });
    }
  }
  events.onProgress('done', 1);
}
