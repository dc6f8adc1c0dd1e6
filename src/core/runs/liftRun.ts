import { metrics } from '../metrics/index.ts';
import type { ShownAnswer } from '../protocol/index.ts';
import type { Judgement, RunEvaluation, RunRecord } from './record.ts';

/** A validation on the way when its answers were not kept. */
export type EvaluationV2 = Omit<RunEvaluation, 'answers' | 'elapsedMs'>;

type AnswerV2 = Omit<ShownAnswer, 'exampleId' | 'score'>;

interface JudgementV2 extends Omit<Judgement, 'evaluation'> {
  readonly evaluation: Omit<Judgement['evaluation'], 'answers'> & {
    readonly answers: readonly AnswerV2[];
  };
}

/** A record of version 2. */
export interface RunV2 extends Omit<RunRecord, 'version' | 'evaluations' | 'judgements'> {
  readonly version: 2;
  readonly evaluations: readonly EvaluationV2[];
  readonly judgements: readonly JudgementV2[];
}

/** A record of version 2 as one of today: it had no answers of validations and no scores of shown ones. */
export const liftRun = <R extends RunV2>(run: R): Omit<R, keyof RunRecord> & RunRecord => ({
  ...run,
  version: 3,
  evaluations: run.evaluations.map(liftEvaluation),
  judgements: run.judgements.map(liftJudgement),
});

/** How long it took wasn't measured. */
export const liftEvaluation = (evaluation: EvaluationV2): RunEvaluation => ({
  ...evaluation,
  answers: [],
  elapsedMs: 0,
});

function liftJudgement({ evaluation, ...judgement }: JudgementV2): Judgement {
  const metricOf = (id: string): string | undefined =>
    evaluation.results.find(({ taskId }) => taskId === id)?.metric;
  const answers = evaluation.answers.flatMap((answer): ShownAnswer[] => {
    const metric = metrics.find(({ name }) => name === metricOf(answer.taskId));
    const score = metric?.score([answer.answer], [[answer.expected]]);
    return score === undefined ? [] : [{ ...answer, exampleId: '', score }];
  });
  return { ...judgement, evaluation: { ...evaluation, answers } };
}
