/** Of a run's time, what reading held-out text may take. */
const timeShare = 0.02;
/** A token that is only read, with loss at each, costs as much as so much of a token of training. */
const costOfToken = 0.45;

/**
 * The evaluations, by their steps, at which held-out pre-training text of so many tokens is read: all of them where a run can
 * afford it, else the first, the last and some between; none where it can't afford two.
 */
export function abilityReadings(
  steps: readonly number[],
  textTokens: number,
  { trainTokens }: { readonly trainTokens: number },
): ReadonlySet<number> {
  const affordable = Math.floor((timeShare * trainTokens) / (costOfToken * textTokens));
  if (affordable >= steps.length) return new Set(steps);
  if (affordable < 2) return new Set();
  const apart = (steps.length - 1) / (affordable - 1);
  return new Set(Array.from({ length: affordable }, (_, i) => steps[Math.round(i * apart)]!));
}
