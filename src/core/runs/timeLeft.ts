import type { RunRecord } from './record.ts';

type RunSoFar = Pick<RunRecord, 'status' | 'nSteps' | 'steps' | 'evaluations' | 'progress'>;

/** Steps that the pace is taken over; the first one compiles and warms up and is left out. */
const paceSteps = 50;
/** Before so many steps there is no pace. */
const fewestSteps = 3;

/**
 * Time left: training steps at the pace of the latest ones, and evaluations at what the last one took.
 * Null while there is no pace yet.
 */
export function timeLeftMs(run: RunSoFar, evalEvery: number): number | null {
  const evaluated = new Set(run.evaluations.map(({ step }) => step));
  const stepMs = stepPaceMs(run, evaluated);
  if (stepMs === null) return null;
  const stepsLeft = run.nSteps - (run.steps.at(-1)?.step ?? 0);
  const evaluationsLeft = countEvaluationsLeft(run, evalEvery, evaluated);
  return stepsLeft * stepMs + evaluationsLeft * evaluationMs(run, stepMs, evaluated);
}

/** Mean time of a step over the latest gaps between two steps, without those that hold an evaluation. */
function stepPaceMs({ steps }: RunSoFar, evaluated: ReadonlySet<number>): number | null {
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

/** What the last evaluation between two steps took, or the first one, before all of them. */
function evaluationMs({ steps }: RunSoFar, stepMs: number, evaluated: ReadonlySet<number>): number {
  const after = steps.findLastIndex(({ step }) => evaluated.has(step - 1));
  if (after < 0) return 0;
  const gapMs = steps[after]!.elapsedMs - (steps[after - 1]?.elapsedMs ?? 0);
  return Math.max(0, gapMs - stepMs);
}

/** Those that are still to come, and what is missing of the one on its way. */
function countEvaluationsLeft(
  { status, nSteps, steps, progress }: RunSoFar,
  evalEvery: number,
  evaluated: ReadonlySet<number>,
): number {
  const step = steps.at(-1)?.step ?? 0;
  const last = Math.max(0, nSteps - 1);
  const later = Math.floor(last / evalEvery) - Math.floor(Math.min(step, last) / evalEvery);
  const isDue = (step % evalEvery === 0 || step === nSteps) && !evaluated.has(step);
  const share = status === 'evaluating' ? progress.done / Math.max(1, progress.total) : 0;
  return later + (step < nSteps ? 1 : 0) + (isDue ? 1 - share : 0);
}
