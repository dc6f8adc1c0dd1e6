import type { RunRecord } from '../runs/record.ts';

/** Which evaluation of a run was best, as its settings say. */
export interface BestEvaluation {
  /** Steps taken before. */
  readonly step: number;
  /** From 1, of `of`. */
  readonly place: number;
  readonly of: number;
  /** Whether the run's last weights are those of then. */
  readonly isLast: boolean;
}

/** Null before the first evaluation, and for a record from before the best was kept. */
export function bestEvaluation({
  evaluations,
  steps,
}: Pick<RunRecord, 'evaluations' | 'steps'>): BestEvaluation | null {
  const validations = evaluations.filter(({ split }) => split === 'validation');
  const step = validations.at(-1)?.standing?.bestStep;
  if (step === undefined) return null;
  return {
    step,
    place: validations.findIndex((one) => one.step === step) + 1,
    of: validations.length,
    isLast: step === (steps.at(-1)?.step ?? 0),
  };
}
