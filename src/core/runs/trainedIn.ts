import type { RunRecord } from './record.ts';

/** Tasks that had a share of the mixture at some time of the run; the others were only scored. */
export function trainedIn({
  mixingRates,
  changes,
}: Pick<RunRecord, 'mixingRates' | 'changes'>): Set<string> {
  const mixtures = [mixingRates, ...changes.map((change) => change.mixingRates)];
  const playing = mixtures.flatMap((rates) => Object.keys(rates).filter((id) => rates[id]! > 0));
  return new Set(playing);
}
