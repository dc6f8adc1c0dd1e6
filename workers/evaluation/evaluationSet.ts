import { parts } from '../../src/core/render/segments.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { EncodedExample } from '../../src/core/tokens/encode.ts';
import { buildBatch, placeInBatches } from '../../src/core/batch/pack.ts';
import { answerLimit, longestAnswer } from './answerLimit.ts';
import { drawShots, encodeWithShots } from '../../src/core/batch/shots.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import type { WordingChoice } from '../../src/core/protocol/index.ts';
import { randomStream } from '../../src/core/random.ts';
import type { Instance, SplitName, Task, Wording } from '../../src/core/tasks/task.ts';

/** Questions that are answered together. */
export const promptsAtOnce = 48;

/** A held-out instance that the model must answer in words. */
export interface JudgedQuestion {
  readonly taskIndex: number;
  readonly instance: Instance;
  /** Place among the questions of its task. */
  readonly order: number;
  readonly promptIds: readonly number[];
  /** Of the expected answer, end-of-sequence included. */
  readonly answerIds: readonly number[];
  /** Tokens that the model may answer with: a matter of this question and its task alone. */
  readonly maxNewTokens: number;
}

/** An instance with its options, each as a possible end of the same prompt. */
export interface Ranking {
  readonly taskIndex: number;
  readonly instance: Instance;
  /** One for each of the instance's options. */
  readonly candidates: readonly EncodedExample[];
}

/** A packed batch, and whose loss each of its loss positions is, in their order. */
export interface LossBatch {
  readonly batch: Batch;
  readonly examples: readonly PackedExample[];
}

export interface PackedExample {
  /** Position of its first token in the batch. */
  readonly at: number;
  /** Tokens of the answer, end-of-sequence included. */
  readonly answerLength: number;
  /** Where it is asked as well, what is asked. */
  readonly question: JudgedQuestion | undefined;
}

/** Held-out examples of every task, encoded once and used at every evaluation. */
export interface EvaluationSet {
  readonly tasks: readonly Task[];
  readonly batches: readonly LossBatch[];
  /** Examples of each task in `batches`. */
  readonly counts: readonly number[];
  /** Examples of each task that were wanted and fit into no row. */
  readonly leftOut: readonly number[];
  /** Shortest prompts first: those that decode together are of like length. */
  readonly questions: readonly JudgedQuestion[];
  readonly rankings: readonly Ranking[];
  /** The first so many answers of each task are shown. */
  readonly keptAnswers: number;
}

export interface EvaluationSetOptions {
  readonly tasks: readonly Task[];
  readonly split: SplitName;
  /** The first so many instances of each task. */
  readonly lossInstances: number;
  readonly metricInstances: number;
  readonly keptAnswers: number;
  readonly reading: Reading;
  readonly batchSize: number;
  readonly seqLen: number;
  readonly wordings?: WordingChoice;
  readonly shots?: number;
  readonly withRank?: boolean;
}

type Encoded = EncodedExample & {
  readonly taskIndex: number;
  readonly instance: Instance;
  readonly order: number;
  readonly rendered: Rendering;
};

type Rendering = (output: string) => EncodedExample | null;

/** Instance i is asked with wording i modulo the number of wordings, so that each has its turn. */
export function createEvaluationSet(options: EvaluationSetOptions): EvaluationSet {
  const { tasks, split, lossInstances, metricInstances, keptAnswers, withRank } = options;
  const forLoss = encodeAll(options, lossInstances);
  const forMetric = encodeAll(options, metricInstances);
  const questions = questionsOf(forMetric, options);
  return {
    tasks,
    batches: lossBatches(forLoss, questions, options),
    counts: tasks.map((_, k) => countOf(forLoss, k)),
    leftOut: tasks.map(({ splits }, k) =>
      Math.max(
        Math.min(lossInstances, splits[split].length) - countOf(forLoss, k),
        Math.min(metricInstances, splits[split].length) - countOf(forMetric, k),
      ),
    ),
    questions,
    rankings: withRank ? forMetric.flatMap(rankingOf) : [],
    keptAnswers,
  };
}

const countOf = (encoded: readonly Encoded[], k: number): number =>
  encoded.filter(({ taskIndex }) => taskIndex === k).length;

function lossBatches(
  examples: readonly Encoded[],
  questions: readonly JudgedQuestion[],
  { batchSize, seqLen }: EvaluationSetOptions,
): LossBatch[] {
  const keyOf = ({ taskIndex, order }: Pick<Encoded, 'taskIndex' | 'order'>): string =>
    `${taskIndex} ${order}`;
  const asked = new Map(questions.map((question) => [keyOf(question), question]));
  return placeInBatches(examples, batchSize, seqLen).map((placed) => ({
    // The last one may need fewer rows, and empty ones cost as much as others.
    batch: buildBatch(placed, 1 + Math.max(...placed.map(({ row }) => row)), seqLen),
    examples: placed.map(({ example, row, start }) => ({
      at: row * seqLen + start,
      answerLength: example.ids.length - answerStart(example),
      question: asked.get(keyOf(example)),
    })),
  }));
}

function encodeAll(options: EvaluationSetOptions, count: number): Encoded[] {
  return options.tasks.flatMap((task, taskIndex) => {
    const wordings = askedWordings(task, options.wordings ?? 'seen');
    return task.splits[options.split].slice(0, count).flatMap((instance, i) => {
      const rendered = renderer(options, task, wordings[i % wordings.length]!, instance);
      const encoded = rendered(instance.outputs[0]!);
      return encoded ? [{ ...encoded, taskIndex, instance, order: i, rendered }] : [];
    });
  });
}

/** A task without held-out wordings is asked with those that it has. */
function askedWordings({ wordings }: Task, choice: WordingChoice): readonly Wording[] {
  const forward = wordings.filter(({ isInverted }) => !isInverted);
  const chosen = forward.filter(({ isHeldOut = false }) => isHeldOut === (choice === 'heldOut'));
  return chosen.length > 0 ? chosen : forward;
}

/** Renders the question with any answer; as many worked examples as fit stand before it. */
function renderer(
  { reading, seqLen, shots = 0 }: EvaluationSetOptions,
  task: Task,
  wording: Wording,
  instance: Instance,
): Rendering {
  const stream = randomStream('shots', task.id, instance.id);
  const worked = shots > 0 ? drawShots(task, instance, shots, stream) : [];
  return (output) =>
    encodeWithShots(
      reading,
      { task, wording, instance: { ...instance, outputs: [output] }, shots: worked },
      seqLen,
    );
}

const answerStart = ({ partIds }: EncodedExample): number =>
  partIds.findIndex((part) => parts[part] === 'target');

/** Shortest prompts first. */
function questionsOf(
  examples: readonly Encoded[],
  { tasks, reading, seqLen }: EvaluationSetOptions,
): JudgedQuestion[] {
  const longest = tasks.map((task) => longestAnswer(task, reading.tokenizer));
  return examples
    .map((encoded) => questionOf(encoded, longest[encoded.taskIndex]!, seqLen))
    .sort((a, b) => a.promptIds.length - b.promptIds.length);
}

function questionOf(encoded: Encoded, longest: number, seqLen: number): JudgedQuestion {
  const { ids, taskIndex, instance, order } = encoded;
  const start = answerStart(encoded);
  const answerIds = ids.slice(start);
  const maxNewTokens = answerLimit(answerIds.length, longest, seqLen - start);
  return { taskIndex, instance, order, promptIds: ids.slice(0, start), answerIds, maxNewTokens };
}

function rankingOf({ taskIndex, instance, rendered }: Encoded): Ranking[] {
  const candidates = (instance.options ?? []).map(rendered);
  const isWhole = candidates.every((one) => one !== null);
  return candidates.length > 1 && isWhole ? [{ taskIndex, instance, candidates }] : [];
}
