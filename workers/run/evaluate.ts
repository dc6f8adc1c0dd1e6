import { lookUp } from '../../src/core/lookUp.ts';
import type { EvaluateRequest, Evaluation } from '../../src/core/protocol/index.ts';
import { scoredBy } from '../../src/core/tasks/scoredBy.ts';
import { evaluateTasks } from '../evaluation/evaluateTasks.ts';
import { createEvaluationSet } from '../evaluation/evaluationSet.ts';
import { createLock } from '../thread/lock.ts';
import { tasksOf } from '../loop/run.ts';
import type { Session } from './session.ts';

const batchSize = 16;

/**
 * Scores these tasks with these weights. The caller holds the session's lock: no training step may
 * replace the weights on the way.
 */
export async function evaluate(
  session: Session,
  {
    weights,
    split,
    taskIds,
    maxInstances,
    withMetric,
    instructionFormat,
    keptAnswers = 3,
    metrics: named = {},
    ...asked
  }: EvaluateRequest,
  onProgress: (done: number, total: number) => void,
): Promise<Evaluation> {
  const { model } = session.needModel();
  const { metrics } = session.lists;
  const set = createEvaluationSet({
    tasks: tasksOf(taskIds, session.tasks).map((task) =>
      scoredBy(task, lookUp(named, task.id), metrics),
    ),
    split,
    lossInstances: maxInstances,
    metricInstances: withMetric ? maxInstances : 0,
    reading: session.reading(instructionFormat),
    batchSize,
    seqLen: model.config.maxSeqLen,
    keptAnswers,
    ...asked,
  });
  const control = { metrics, lock: createLock(), onProgress, shouldStop: () => false };
  const evaluation = await evaluateTasks(session.generator(weights), set, control);
  if (!evaluation) throw new Error('evaluate: given up without being asked to');
  return evaluation;
}
