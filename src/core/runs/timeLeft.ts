import { evaluationCost, type PlannedEvaluation } from './evaluationPlan.ts';
import type { RunRecord } from './record.ts';

type RunSoFar = Pick<RunRecord, 'status' | 'nSteps' | 'steps' | 'evaluations' | 'progress'>;

/** Steps that the pace is taken over; the first one compiles and warms up and is left out. */
const paceSteps = 50;
/** Before so many steps there is no pace. */
const fewestSteps = 3;

/**
 * Time left: training steps at the pace of the latest ones, and the planned evaluations at what the last one
 * took, as much longer as they are larger. Null while there is no pace yet.
 */
export function timeLeftMs(run: RunSoFar, planned: readonly PlannedEvaluation[]): number | null {
  const stepMs = stepPaceMs(run);
  if (stepMs === null) return null;
  const stepsLeft = run.nSteps - (run.steps.at(-1)?.step ?? 0);
  return stepsLeft * stepMs + evaluationsLeftMs(run, planned);
}

/** Mean time of a step over the latest gaps between two steps, without those that hold an evaluation. */
function stepPaceMs({ steps, evaluations }: RunSoFar): number | null {
  const evaluated = new Set(evaluations.map(({ step }) => step));
  let ms = 0;
  let count = 0;
  for (let i = steps.length - 1; i > 0 && count < paceSteps; i--) {
    const [before, after] = [steps[i - 1]!, steps[i]!];
    if (evaluated.has(before.step)) continue;
    ms += after.elapsedMs - before.elapsedMs;
    count += after.step - before.step;
  }
  return count >= fewestSteps ? ms / count : null;
}

/** Those that are still to come, and what is missing of the one on its way. */
function evaluationsLeftMs(
  { status, nSteps, steps, evaluations, progress }: RunSoFar,
  planned: readonly PlannedEvaluation[],
): number {
  const last = evaluations.at(-1);
  const done = planned.find(({ step }) => step === last?.step);
  if (!last || !done) return 0;
  const later = planned.filter(({ step }) => step > last.step);
  const costOf = (one: PlannedEvaluation): number => evaluationCost(one, nSteps);
  const msEach = last.elapsedMs / Math.max(1, costOf(done));
  const all = later.reduce((sum, one) => sum + costOf(one), 0);
  const now = steps.at(-1)?.step ?? 0;
  const current = status === 'evaluating' ? later.find(({ step }) => step === now) : undefined;
  const share = progress.done / Math.max(1, progress.total);
  return msEach * (all - (current ? share * costOf(current) : 0));
}
