import { mean } from '../statistics/mean.ts';
import type { TaskEvaluation } from '../protocol/index.ts';
import { judgementOf, type Judgement, type RunRecord } from './record.ts';

/** What a table of runs shows of one, without its steps. */
export interface RunHead extends Pick<
  RunRecord,
  'runId' | 'name' | 'status' | 'startedAt' | 'plan'
> {
  /**
   * Means over tasks: `validationLoss` (nats) and `validationScore` of the last scoring on the way,
   * `testScore` of the tuned model's test; those that there are.
   */
  readonly finals: Readonly<Record<string, number>>;
  /** Taken so far, of so many. */
  readonly step: number;
  readonly nSteps: number;
  /** Of its log, as JSON text. */
  readonly bytes: number;
}

export function headOf(record: RunRecord, bytes: number): RunHead {
  const { runId, name, status, startedAt, plan, nSteps } = record;
  const step = record.steps.at(-1)?.step ?? 0;
  return { runId, name, status, startedAt, plan, finals: finalsOf(record), step, nSteps, bytes };
}

/** A record with no more than its head is made of: events go on being folded into it, and its head stays right. */
export const lightOf = (record: RunRecord): RunRecord => ({
  ...record,
  steps: record.steps.slice(-1),
  evaluations: record.evaluations
    .filter(({ split }) => split === 'validation')
    .slice(-1)
    .map((evaluation) => ({ ...evaluation, answers: [] })),
  judgements: record.judgements.map(withoutAnswers),
  changes: [],
  failedJudgings: [],
});

const withoutAnswers = (judgement: Judgement): Judgement => ({
  ...judgement,
  evaluation: { ...judgement.evaluation, answers: [] },
});

function finalsOf(record: RunRecord): Record<string, number> {
  const onTheWay = record.evaluations.findLast(({ split }) => split === 'validation')?.results;
  const test = judgementOf(record, 'tuned', 'test')?.evaluation.results;
  const finals = {
    validationLoss: meanOf(onTheWay, 'loss'),
    validationScore: meanOf(onTheWay, 'score'),
    testScore: meanOf(test, 'score'),
  };
  const known = Object.entries(finals).filter((entry): entry is [string, number] => {
    return entry[1] !== null;
  });
  return Object.fromEntries(known);
}

function meanOf(results: readonly TaskEvaluation[] = [], key: 'loss' | 'score'): number | null {
  const values = results.flatMap((result) => result[key] ?? []);
  return values.length > 0 ? mean(values) : null;
}
