import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';
import type { Metric } from '../../src/core/metrics/metric.ts';
import type { Evaluation, ShownAnswer, TaskEvaluation } from '../../src/core/protocol/index.ts';
import type { Generator } from '../generation/generate.ts';
import { generateGreedy } from '../generation/generateGreedy.ts';
import { createBatchMemory } from '../batch/batchMemory.ts';
import type { BatchMemory } from '../batch/batchMemory.ts';
import { lossTokensByTask } from '../batch/batchWords.ts';
import { packStats, unpackStats } from '../batch/stepStats.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import type { Lock } from '../thread/lock.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import type { EvaluationSet, JudgedQuestion } from './evaluationSet.ts';
import { rankOptions } from './rankOptions.ts';

/** An answer may be so much longer than the expected one, and at most so long in all. */
const spareTokens = 8;
const maxNewTokens = 64;
const rankedAtOnce = 48;
const promptsAtOnce = 48;

export interface EvaluationControl {
  readonly metrics: readonly Metric[];
  /** Taken for each piece of work, so that others get their turn in between. */
  readonly lock: Lock;
  readonly onProgress: (done: number, total: number) => void;
  /** True gives up between two pieces. */
  readonly shouldStop: () => boolean;
}

interface Ranked {
  readonly taskIndex: number;
  readonly isRight: boolean;
}

/** With its score, 0–100. */
type Answered = JudgedQuestion & { readonly answer: string; readonly score: number };

/**
 * Loss and metric of every task with these weights; null when told to stop. `generator` is asked
 * again for each piece, so the weights must not change meanwhile.
 */
export async function evaluateTasks(
  generator: Generator,
  set: EvaluationSet,
  { metrics, lock, onProgress, shouldStop }: EvaluationControl,
): Promise<Evaluation | null> {
  const start = performance.now();
  const sums = set.tasks.map(() => ({ loss: 0, tokens: 0 }));
  const answered: Answered[] = [];
  const ranked: Ranked[] = [];
  const chunks = chunked(set.questions, promptsAtOnce);
  const memory = createBatchMemory();
  const work = [
    ...set.batches.map((batch) => () => addLosses(generator, batch, memory, sums)),
    ...chunks.map((chunk) => async () => {
      answered.push(...(await answerAll(generator, set.tasks, chunk, metrics)));
    }),
    ...chunked(set.rankings, rankedAtOnce).map((chunk) => async () => {
      const isRight = await rankOptions(generator, memory, chunk);
      ranked.push(...chunk.map(({ taskIndex }, i) => ({ taskIndex, isRight: isRight[i]! })));
    }),
  ];
  try {
    for (const [done, piece] of work.entries()) {
      onProgress(done, work.length);
      await lock.run(piece);
      await yieldToEvents();
      if (shouldStop()) return null;
    }
  } finally {
    memory.dispose();
  }
  onProgress(work.length, work.length);
  return {
    results: results(set, sums, answered, ranked, metrics),
    answers: shownAnswers(set, answered),
    elapsedMs: performance.now() - start,
  };
}

/** Adds each task's loss and number of loss tokens in this batch. */
async function addLosses(
  { model, params }: Generator,
  batch: Batch,
  memory: BatchMemory,
  sums: { loss: number; tokens: number }[],
): Promise<void> {
  const layout = { nTasks: sums.length, readings: [] };
  const stats = tf.tidy(() => {
    const device = memory.upload(batch, model);
    const losses = tokenLosses(params, model, device);
    return packStats({ losses }, device, sums.length);
  });
  const { lossSums } = unpackStats(layout, await stats.data());
  stats.dispose();
  const tokensByTask = lossTokensByTask(batch, sums.length);
  sums.forEach((sum, k) => {
    sum.loss += lossSums[k]!;
    sum.tokens += tokensByTask[k]!;
  });
}

async function answerAll(
  generator: Generator,
  tasks: EvaluationSet['tasks'],
  questions: readonly JudgedQuestion[],
  metrics: readonly Metric[],
): Promise<Answered[]> {
  const prompts = questions.map(({ promptIds }) => promptIds);
  const longest = Math.max(...questions.map(({ answerLength }) => answerLength));
  const limit = Math.min(maxNewTokens, longest + spareTokens);
  const answers = await generateGreedy(generator, prompts, limit);
  return questions.map((question, i) => {
    const { score } = metricNamed(tasks[question.taskIndex]!.metric, metrics);
    const answer = answers[i]!;
    return { ...question, answer, score: score([answer], [question.instance.outputs]) };
  });
}

function results(
  { tasks, counts }: EvaluationSet,
  sums: readonly { loss: number; tokens: number }[],
  answered: readonly Answered[],
  ranked: readonly Ranked[],
  metrics: readonly Metric[],
): TaskEvaluation[] {
  return tasks.flatMap(({ id, metric }, k): TaskEvaluation[] => {
    const own = answered
      .filter(({ taskIndex }) => taskIndex === k)
      .sort((a, b) => a.order - b.order);
    const ranks = ranked.filter(({ taskIndex }) => taskIndex === k);
    const right = ranks.filter(({ isRight }) => isRight).length;
    const predictions = own.map(({ answer }) => answer);
    const references = own.map(({ instance }) => instance.outputs);
    // A task without an example here has no loss; 0 would be a perfect one.
    if (counts[k] === 0) return [];
    return [
      {
        taskId: id,
        loss: sums[k]!.loss / sums[k]!.tokens,
        metric,
        score: own.length > 0 ? metricNamed(metric, metrics).score(predictions, references) : null,
        instances: counts[k]!,
        itemScores: own.map(({ score }) => score),
        rankScore: ranks.length > 0 ? (100 * right) / ranks.length : null,
      },
    ];
  });
}

function shownAnswers({ tasks, keptAnswers }: EvaluationSet, answered: readonly Answered[]) {
  return tasks.flatMap(({ id }, k): ShownAnswer[] =>
    answered
      .filter(({ taskIndex, order }) => taskIndex === k && order < keptAnswers)
      .sort((a, b) => a.order - b.order)
      .map(({ instance, answer, score }) => ({
        taskId: id,
        exampleId: instance.id,
        input: instance.input,
        expected: instance.outputs[0]!,
        answer,
        score,
      })),
  );
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size));
}
