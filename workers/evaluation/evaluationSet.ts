import { parts } from '../../src/core/batch/batch.ts';
import type { Batch } from '../../src/core/batch/batch.ts';
import { encodeExample } from '../../src/core/batch/encode.ts';
import type { EncodedExample } from '../../src/core/batch/encode.ts';
import { packBatches } from '../../src/core/batch/pack.ts';
import type { Tokenizer } from '../../src/core/batch/tokenizer.ts';
import { renderInstance } from '../../src/core/render/render.ts';
import type { Instance, SplitName, Task } from '../../src/core/tasks/task.ts';

/** A held-out instance that the model must answer in words. */
export interface Question {
  readonly taskIndex: number;
  readonly instance: Instance;
  /** Place among the questions of its task. */
  readonly order: number;
  readonly promptIds: readonly number[];
}

/** Held-out examples of every task, encoded once and used at every evaluation. */
export interface EvaluationSet {
  readonly tasks: readonly Task[];
  readonly batches: readonly Batch[];
  /** Examples of each task in `batches`. */
  readonly counts: readonly number[];
  /** Shortest prompts first: those that decode together are of like length. */
  readonly questions: readonly Question[];
}

export interface EvaluationSetOptions {
  readonly tasks: readonly Task[];
  readonly split: SplitName;
  /** The first so many instances of each task. */
  readonly lossInstances: number;
  readonly metricInstances: number;
  readonly tokenizer: Tokenizer;
  readonly batchSize: number;
  readonly seqLen: number;
}

type Encoded = EncodedExample & {
  readonly taskIndex: number;
  readonly instance: Instance;
  readonly order: number;
};

/** Instance i is asked with wording i modulo the number of wordings, so that each has its turn. */
export function createEvaluationSet(options: EvaluationSetOptions): EvaluationSet {
  const { tasks, lossInstances, metricInstances, batchSize, seqLen } = options;
  const forLoss = encodeAll(options, lossInstances);
  const forMetric = encodeAll(options, metricInstances);
  return {
    tasks,
    batches: packBatches(forLoss, batchSize, seqLen),
    counts: tasks.map((_, k) => forLoss.filter(({ taskIndex }) => taskIndex === k).length),
    questions: forMetric.map(questionOf).sort((a, b) => a.promptIds.length - b.promptIds.length),
  };
}

function encodeAll(options: EvaluationSetOptions, count: number): Encoded[] {
  const { tasks, split, tokenizer, seqLen } = options;
  return tasks.flatMap(({ splits, wordings: all }, taskIndex) => {
    const wordings = all.filter((wording) => !wording.isHeldOut && !wording.isInverted);
    return splits[split].slice(0, count).flatMap((instance, i) => {
      const wording = wordings[i % wordings.length]!;
      const rendered = renderInstance(wording, instance);
      const encoded = encodeExample(rendered, tokenizer, seqLen);
      return encoded ? [{ ...encoded, taskIndex, instance, order: i }] : [];
    });
  });
}

function questionOf({ ids, partIds, taskIndex, instance, order }: Encoded): Question {
  const answerStart = partIds.findIndex((part) => parts[part] === 'target');
  return { taskIndex, instance, order, promptIds: Array.from(ids).slice(0, answerStart) };
}
