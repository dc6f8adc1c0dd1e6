import type { RunRecord, RunStep } from './record.ts';

/**
 * The first step at which two runs differ in a bit of their losses, learning rate or gradient norm; null where they
 * agree on all steps that both have.
 */
export function firstDifference(
  a: Pick<RunRecord, 'steps'>,
  b: Pick<RunRecord, 'steps'>,
): number | null {
  const other = new Map(b.steps.map((step) => [step.step, step]));
  const isOther = (step: RunStep): boolean => {
    const twin = other.get(step.step);
    return twin !== undefined && numbersOf(step) !== numbersOf(twin);
  };
  return a.steps.find(isOther)?.step ?? null;
}

/** JSON writes a double so that it reads back as the same double. */
const numbersOf = ({ loss, lossByTask, learningRate, gradNorm }: RunStep): string => {
  const byTask = Object.entries(lossByTask).map(([id, own]) => [id, own.loss, own.tokens]);
  return JSON.stringify([loss, byTask, learningRate, gradNorm]);
};
