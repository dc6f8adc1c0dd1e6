import type { BenchJob, BenchReply, ResultOf } from './benchJob.ts';
import type { BenchPlan } from './benchPlan.ts';
import { runJob } from './runJob.ts';

/** Runs one job of a plan in a worker of its own; `words` say what it is. */
export type JobRunner = <K extends keyof ResultOf>(
  words: string,
  job: Extract<BenchJob, { kind: K }>,
) => Promise<BenchReply<K>>;

/** A runner that tells before each job how much of the plan is done (0 … 1). */
export function jobRunner(
  plan: BenchPlan,
  onProgress: (words: string, done: number) => void,
  signal?: AbortSignal,
): JobRunner {
  const jobsOfEngine = plan.rounds + (plan.paritySteps ? 1 : 0);
  const total =
    plan.backends.length * (1 + plan.shapes.length * plan.engines.length * jobsOfEngine);
  let done = 0;
  return <K extends keyof ResultOf>(words: string, job: Extract<BenchJob, { kind: K }>) => {
    onProgress(words, Math.min(1, done++ / total));
    return runJob<K>(job, plan.jobLimit, signal);
  };
}
