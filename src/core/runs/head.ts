import { mean } from '../statistics/mean.ts';
import type { TaskEvaluation } from '../protocol/index.ts';
import { judgementOf, type RunRecord } from './record.ts';

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
  /** Of its log, as JSON text. */
  readonly bytes: number;
}

export function headOf(record: RunRecord, bytes: number): RunHead {
  const { runId, name, status, startedAt, plan } = record;
  return { runId, name, status, startedAt, plan, finals: finalsOf(record), bytes };
}

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
