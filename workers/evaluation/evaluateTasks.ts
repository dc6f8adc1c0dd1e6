import { metricNamed } from '../../src/core/metrics/index.ts';
import type { Metric } from '../../src/core/metrics/metric.ts';
import type { Evaluation, ShownAnswer, TaskEvaluation } from '../../src/core/protocol/index.ts';
import { createBatchMemory } from '../batch/batchMemory.ts';
import type { Generator } from '../generation/generate.ts';
import { generateGreedy, type GreedyAnswer } from '../generation/generateGreedy.ts';
import type { Lock } from '../thread/lock.ts';
import { yieldToEvents } from '../thread/yieldToEvents.ts';
import { addLosses, createLossSums, disposeRead, type LossSums } from './addLosses.ts';
import { chunked } from './chunked.ts';
import { promptsAtOnce, type EvaluationSet, type JudgedQuestion } from './evaluationSet.ts';
import { createOpenAnswers } from './openAnswers.ts';
import { rankOptions } from './rankOptions.ts';

const rankedAtOnce = 48;

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
type Answered = JudgedQuestion & {
  readonly answer: string;
  readonly isCut: boolean;
  readonly score: number;
};

type Piece = () => Promise<void>;

/**
 * Loss and metric of every task with these weights; null when told to stop. `generator` is asked
 * again for each piece, so the weights must not change meanwhile.
 */
export async function evaluateTasks(
  generator: Generator,
  set: EvaluationSet,
  control: EvaluationControl,
): Promise<Evaluation | null> {
  const start = performance.now();
  const sums = createLossSums(set.tasks.length);
  const answers = new Map<JudgedQuestion, GreedyAnswer>();
  const ranked: Ranked[] = [];
  const memory = createBatchMemory();
  const open = createOpenAnswers(generator, set.questions, answers);
  const passes = set.batches.flatMap((batch, i): Piece[] => [
    async () => {
      const read = await addLosses(generator, batch, memory, sums);
      open.begin(batch, read);
      disposeRead(read);
    },
    async () => {
      if (open.count >= promptsAtOnce || i === set.batches.length - 1) await open.finish();
    },
  ]);
  const unread = unreadQuestions(set);
  const questions = chunked(unread, promptsAtOnce).map((chunk) => async () => {
    const found = await generateGreedy(generator, chunk);
    chunk.forEach((question, i) => answers.set(question, found[i]!));
  });
  const rankings = chunked(set.rankings, rankedAtOnce).map((chunk) => async () => {
    const isRight = await rankOptions(generator, memory, chunk);
    ranked.push(...chunk.map(({ taskIndex }, i) => ({ taskIndex, isRight: isRight[i]! })));
  });
  try {
    if (!(await workThrough([...passes, ...questions, ...rankings], control))) return null;
  } finally {
    open.dispose();
    memory.dispose();
  }
  const answered = scored(set, answers, control.metrics);
  return {
    results: results(set, sums, answered, ranked, control.metrics),
    answers: shownAnswers(set, answered),
    elapsedMs: performance.now() - start,
  };
}

/** Does the pieces one after the other; false when told to stop. */
async function workThrough(
  pieces: readonly Piece[],
  { lock, onProgress, shouldStop }: EvaluationControl,
): Promise<boolean> {
  for (const [done, piece] of pieces.entries()) {
    onProgress(done, pieces.length);
    await lock.run(piece);
    await yieldToEvents();
    if (shouldStop()) return false;
  }
  onProgress(pieces.length, pieces.length);
  return true;
}

/** Questions whose expected answers are not read for the loss. */
function unreadQuestions({ batches, questions }: EvaluationSet): JudgedQuestion[] {
  const read = new Set(batches.flatMap(({ examples }) => examples.map(({ question }) => question)));
  return questions.filter((question) => !read.has(question));
}

function scored(
  { tasks, questions }: EvaluationSet,
  answers: ReadonlyMap<JudgedQuestion, GreedyAnswer>,
  metrics: readonly Metric[],
): Answered[] {
  return questions.map((question) => {
    const metric = metricNamed(tasks[question.taskIndex]!.metric, metrics);
    const { text: answer, isCut } = answers.get(question)!;
    const score = metric.score([answer], [question.instance.outputs]);
    return { ...question, answer, isCut, score };
  });
}

function results(
  { tasks, counts, leftOut }: EvaluationSet,
  sums: LossSums,
  answered: readonly Answered[],
  ranked: readonly Ranked[],
  metrics: readonly Metric[],
): TaskEvaluation[] {
  return tasks.map(({ id, metric }, k): TaskEvaluation => {
    const own = answered
      .filter(({ taskIndex }) => taskIndex === k)
      .sort((a, b) => a.order - b.order);
    const ranks = ranked.filter(({ taskIndex }) => taskIndex === k);
    const right = ranks.filter(({ isRight }) => isRight).length;
    const predictions = own.map(({ answer }) => answer);
    const references = own.map(({ instance }) => instance.outputs);
    return {
      taskId: id,
      // Without an example there is no loss; 0 would be a perfect one.
      loss: counts[k]! > 0 ? sums.losses[k]! / sums.tokens[k]! : null,
      metric,
      score: own.length > 0 ? metricNamed(metric, metrics).score(predictions, references) : null,
      instances: counts[k]!,
      ...(leftOut[k]! > 0 && { leftOut: leftOut[k]! }),
      itemScores: own.map(({ score }) => score),
      rankScore: ranks.length > 0 ? (100 * right) / ranks.length : null,
    };
  });
}

function shownAnswers({ tasks, keptAnswers }: EvaluationSet, answered: readonly Answered[]) {
  return tasks.flatMap(({ id }, k): ShownAnswer[] =>
    answered
      .filter(({ taskIndex, order }) => taskIndex === k && order < keptAnswers)
      .sort((a, b) => a.order - b.order)
      .map(({ instance, answer, isCut, score }) => ({
        taskId: id,
        exampleId: instance.id,
        input: instance.input,
        expected: instance.outputs[0]!,
        answer,
        score,
        ...(isCut && { isCut }),
      })),
  );
}
