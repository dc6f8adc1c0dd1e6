import { encodeQuestion } from '../src/core/tokens/encode.ts';
import { metrics } from '../src/core/metrics/index.ts';
import { mixdesk } from '../src/core/render/mixdesk.ts';
import { renderExample } from '../src/core/render/render.ts';
import type { Task } from '../src/core/tasks/task.ts';
import * as tf from '@tensorflow/tfjs-core';
import type { LoadedModel } from '../workers/data/loadModel.ts';
import { evaluateTasks } from '../workers/evaluation/evaluateTasks.ts';
import { createEvaluationSet } from '../workers/evaluation/evaluationSet.ts';
import { padPrompts, startDecoding } from '../workers/generation/kvCache.ts';
import { createLock } from '../workers/thread/lock.ts';
import type { BenchBackend } from './benchEngine.ts';
import type { Answers } from './benchJob.ts';
import { builtInTasks, startMini } from './measureDesk.ts';

const newTokens = 32;
const instancesPerTask = 16;

/** How fast the site's model `mini` answers: one question, 64 at once, and a whole evaluation. */
export async function measureAnswers(backend: BenchBackend, siteUrl: string): Promise<Answers> {
  const loaded = await startMini(backend, siteUrl);
  const tasks = await builtInTasks(siteUrl, 12);
  const prompts = questions(loaded, tasks).slice(0, 64);
  await decode(loaded, prompts); // warm-up
  return {
    oneStream: await decode(loaded, prompts.slice(0, 1)),
    streams64: await decode(loaded, prompts),
    instancesPerSecond: await evaluated(loaded, tasks),
  };
}

function questions(
  { tokenizer, model }: LoadedModel,
  tasks: readonly Task[],
): (readonly number[])[] {
  return tasks.flatMap((task) =>
    task.splits.test.slice(0, 8).flatMap(({ input }, i) => {
      const instruction = task.wordings[i % task.wordings.length]!;
      const question = { task, instruction, asked: { input }, shots: [] };
      const rendered = renderExample(mixdesk, question, '');
      const encoded = encodeQuestion(rendered, tokenizer, model.config.maxSeqLen, newTokens);
      return encoded ? [encoded.ids] : [];
    }),
  );
}

/** Tokens per second of all streams together, reading the prompts included. */
async function decode(
  { model, base }: LoadedModel,
  prompts: readonly (readonly number[])[],
): Promise<number> {
  const start = performance.now();
  const decoding = startDecoding(model, base.params, padPrompts(prompts, newTokens));
  let ids = tf.argMax<tf.Tensor1D>(decoding.logits, 1);
  for (let i = 1; i < newTokens; i++) {
    decoding.advance(ids);
    ids.dispose();
    ids = tf.argMax(decoding.logits, 1);
  }
  await ids.data();
  ids.dispose();
  decoding.dispose();
  return (1000 * prompts.length * newTokens) / (performance.now() - start);
}

/** Test instances per second, each judged by its loss and by its answer in words. */
async function evaluated(loaded: LoadedModel, tasks: readonly Task[]): Promise<number> {
  const { tokenizer, model, base } = loaded;
  const set = createEvaluationSet({
    tasks,
    split: 'test',
    lossInstances: instancesPerTask,
    metricInstances: instancesPerTask,
    keptAnswers: 0,
    reading: { tokenizer, format: mixdesk },
    batchSize: 16,
    seqLen: model.config.maxSeqLen,
  });
  const start = performance.now();
  const control = {
    metrics,
    lock: createLock(),
    onProgress: () => undefined,
    shouldStop: () => false,
  };
  await evaluateTasks({ model, tokenizer, params: base.params }, set, control);
  return (1000 * tasks.length * instancesPerTask) / (performance.now() - start);
}
