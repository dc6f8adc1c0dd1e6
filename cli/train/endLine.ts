import { bestEvaluation } from '../../src/core/analysis/bestEvaluation.ts';
import type { RunOutcome, RunRecord } from '../../src/core/runs/record.ts';

const words: Readonly<Record<RunOutcome, string>> = {
  completed: 'completed',
  stopped: 'stopped',
  early: 'ended early',
  failed: 'failed',
  interrupted: 'interrupted',
};

/** "ended early, best at step 37 (evaluation 6 of 8): run.json". */
export function endLine(record: RunRecord, path: string): string {
  const best = bestEvaluation(record);
  const at = best ? `, best at step ${best.step} (evaluation ${best.place} of ${best.of})` : '';
  return `${words[record.outcome ?? 'failed']}${at}: ${path}`;
}
