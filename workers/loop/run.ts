import { createBatchStream } from '../../src/core/batch/batchStream.ts';
import type { BatchStream, BatchStreamOptions } from '../../src/core/batch/batchStream.ts';
import { AppError } from '../../src/core/errors.ts';
import type { ChannelLevel, RunId, TrainRequest } from '../../src/core/protocol/index.ts';
import { nStepsOf } from '../../src/core/levers/trainingLength.ts';
import { createMix, type Mix } from '../../src/core/sampling/mix.ts';
import type { RatedChannel } from '../../src/core/sampling/sampler.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import type { Reading } from '../../src/core/tokens/reading.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import type { Lists } from '../lists/lists.ts';
import type { Gate } from './gate.ts';
import type { Outbox } from './outbox.ts';

/** A run on its way: what was asked for, and what the hands on the desk may change. */
export interface Run {
  readonly runId: RunId;
  /** Live ones follow the desk. */
  settings: Settings;
  /** Every channel of the desk, muted ones included; a batch's task ids point into it. */
  readonly tasks: readonly Task[];
  readonly mix: Mix;
  readonly nSteps: number;
  readonly stream: BatchStream;
  readonly reading: Reading;
  readonly gate: Gate;
  readonly outbox: Outbox;
  /** Steps taken. */
  step: number;
  /** Set when the engine broke under the run. */
  failure?: AppError;
}

/** What the batches are made with, beside settings and tasks. */
type StreamInputs = Pick<BatchStreamOptions, 'reading' | 'rehearsal'>;

/** The batches that these settings give. */
export function streamOf(
  { seed, batchSize, seqLen, shotShare, wordDropout }: Settings,
  tasks: readonly Task[],
  inputs: StreamInputs,
): BatchStream {
  return createBatchStream({
    seed,
    tasks,
    batchSize,
    seqLen,
    shotShare,
    wordDropout,
    ...inputs,
  });
}

/** @throws AppError 'nothing-to-train' or 'not-ready' (a channel whose task is not loaded). */
export function createRun(
  { runId, plan: { settings, channels } }: TrainRequest,
  loaded: ReadonlyMap<string, Task>,
  inputs: StreamInputs,
  hands: Pick<Run, 'outbox' | 'gate'>,
  { samplers }: Lists,
): Run {
  const tasks = tasksOf(
    channels.map(({ taskId }) => taskId),
    loaded,
  );
  const nSteps = nStepsOf(settings);
  return {
    runId,
    settings,
    tasks,
    mix: createMix({ settings, channels: ratedChannels(tasks, channels), nSteps, samplers }),
    nSteps,
    stream: streamOf(settings, tasks, inputs),
    reading: inputs.reading,
    ...hands,
    step: 0,
  };
}

/** The loaded tasks of these ids, in their order. @throws AppError 'not-ready'. */
export function tasksOf(taskIds: readonly string[], loaded: ReadonlyMap<string, Task>): Task[] {
  return taskIds.map((taskId) => {
    const task = loaded.get(taskId);
    if (task) return task;
    throw new AppError('not-ready', 'taskNotLoaded', { id: taskId });
  });
}

/** What a sampler knows of each task. Tasks without a channel are off. */
export function ratedChannels(
  tasks: readonly Task[],
  channels: readonly ChannelLevel[],
): RatedChannel[] {
  const byId = new Map(channels.map((channel) => [channel.taskId, channel]));
  return tasks.map(({ id, splits }) => ({
    size: splits.train.length,
    level: byId.get(id)?.level ?? 0,
    isOn: byId.get(id)?.isOn ?? false,
  }));
}

/** Shares by task id, for events. */
export function namedRates({ tasks, mix: { rates } }: Run): Record<string, number> {
  return Object.fromEntries(tasks.map(({ id }, k) => [id, rates[k] ?? 0]));
}
