import { mixturesOf } from './mixturesOf.ts';
import type { RunRecord } from './record.ts';

/** Tasks that had a share of the mixture at some time of the run; the others were only scored. */
export function trainedIn(run: Pick<RunRecord, 'mixingRates' | 'changes'>): Set<string> {
  const playing = mixturesOf(run).flatMap(({ rates }) =>
    Object.keys(rates).filter((id) => rates[id]! > 0),
  );
  return new Set(playing);
}
