import { evaluationPlan, type PlannedEvaluation } from '../../src/core/runs/evaluationPlan.ts';
import { createEvaluationSet, type EvaluationSet } from '../evaluation/evaluationSet.ts';
import type { Run } from './run.ts';

/** Enough to look at, little enough to keep at every evaluation. */
const shownAnswers = { perTask: 20, inAll: 200 };

/** Gives what is asked at an evaluation, by its step: made when it is first wanted, and shared by those of one size. */
export function plannedSets(run: Run): ReadonlyMap<number, () => EvaluationSet> {
  const plan = evaluationPlan(run.settings, run.tasks.length);
  const keptAnswers = Math.min(...plan.map(({ metricInstances }) => metricInstances), kept(run));
  const made = new Map<string, EvaluationSet>();
  const need = (planned: PlannedEvaluation): EvaluationSet => {
    const key = `${planned.lossInstances} ${planned.metricInstances}`;
    const set = made.get(key) ?? setOf(run, planned, keptAnswers);
    made.set(key, set);
    return set;
  };
  return new Map(plan.map((planned) => [planned.step, () => need(planned)]));
}

const kept = ({ tasks }: Run): number =>
  Math.min(shownAnswers.perTask, Math.floor(shownAnswers.inAll / tasks.length));

const setOf = (
  { tasks, reading, settings: { batchSize, seqLen } }: Run,
  { lossInstances, metricInstances }: PlannedEvaluation,
  keptAnswers: number,
): EvaluationSet =>
  createEvaluationSet({
    tasks,
    split: 'validation',
    lossInstances,
    metricInstances,
    keptAnswers,
    reading,
    batchSize,
    seqLen,
  });
