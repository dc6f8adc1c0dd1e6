import type { ErrorInfo, Result } from '../errors.ts';
import type { SettingValue } from '../settingRows.ts';
import type { SettingKey, Settings } from '../settings/table.ts';
import type { SplitName } from '../tasks/task.ts';
import type { FitCounts } from '../tokens/fitCounts.ts';
import type { Evaluation } from './asking.ts';
import type { EngineDifference, EngineInfo, ModelInfo } from './engine.ts';
import type { Judging, RunId, RunPlan } from './plan.ts';
import type { FaderPosition } from './schedule.ts';
import type { ChannelLevel } from './tasks.ts';

/** A run that has a name and a plan, and may start. */
export interface TrainRequest {
  readonly runId: RunId;
  readonly plan: RunPlan;
  /** How it is kept on its way; left out, it ends with the page. */
  readonly keeping?: Keeping;
  /** It goes on from its last checkpoint, with the plan that is kept there. */
  readonly resumes?: boolean;
}

/** What a checkpoint says of its run beside the plan, and how often one is taken. */
export interface Keeping {
  readonly name: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** What has happened to the run before its training; nothing for one that goes on. */
  readonly log: readonly TrainEvent[];
  /** At least so far apart, ms; beside these it is kept where it pauses and where it ends. */
  readonly everyMs: number;
}

export interface TaskLoss {
  readonly loss: number;
  /** Tokens that carried loss for this task in this step. */
  readonly tokens: number;
  /** Its examples in this step, and all of their tokens; not in records from before they were counted. */
  readonly examples?: number;
  readonly allTokens?: number;
}

/** How a run stands after an evaluation. */
export interface Standing {
  /** Steps taken before the best evaluation so far: the weights of then are kept. */
  readonly bestStep: number;
  /** Evaluations since the last one that was a gain; 0 where this one is. */
  readonly withoutGain: number;
}

export type RunPhase = 'preparing' | 'training' | 'evaluating' | 'paused';

/** A live setting before and after. */
export interface SettingMove {
  readonly key: SettingKey;
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/**
 * What changed in a run on its way: faders or a live setting by hand, both by the plan's schedule, or the mixture
 * by an adaptive sampler.
 */
export type ChangeCause =
  | { kind: 'faders' | 'sampler' }
  | ({ kind: 'setting' } & SettingMove)
  | { kind: 'schedule'; settings: readonly SettingMove[] };

/** How a run goes on from a checkpoint. */
export interface Resumption {
  readonly elapsedMs: number;
  readonly engine: EngineInfo;
  /** What is not as it was: then the numbers that follow differ in their last bits, or by more. */
  readonly differs: readonly EngineDifference[];
  /** Files that were damaged: an earlier checkpoint was taken, or a part of the log is missing. */
  readonly damaged: readonly string[];
}

/**
 * What happens to a run, in order; its record is the fold of them. Judgings and stages are told by whoever
 * runs the whole plan (`runExperiment`), the others by the worker.
 */
export type TrainEvent =
  | {
      type: 'started';
      runId: RunId;
      engine: EngineInfo;
      model: ModelInfo;
      taskIds: readonly string[];
      mixingRates: Readonly<Record<string, number>>;
      /** Training examples that each task has, after its cap, but for those that can't fit. */
      trainExamples?: Readonly<Record<string, number>>;
      /** How they fit into rows; not of built-in tasks that lie whole in them, nor in records from before it was counted. */
      fits?: Readonly<Record<string, FitCounts>>;
      nSteps: number;
    }
  | {
      type: 'step';
      runId: RunId;
      step: number;
      tokens: number;
      loss: number;
      lossByTask: Readonly<Record<string, TaskLoss>>;
      learningRate: number;
      gradNorm: number;
      /** What the objective or the gradient policy measures beside; absent where that is nothing. */
      readings?: Readonly<Record<string, number>>;
      tokensPerSecond: number;
      elapsedMs: number;
    }
  | ({
      type: 'evaluated';
      runId: RunId;
      step: number;
      split: SplitName;
      /** Not in records from before the best weights were kept. */
      standing?: Standing;
      /** Mean loss of pre-training text that no model was trained on, nats a token; not in records from before it was read. */
      baseAbility?: number;
      /** At most 20 answers a task and 200 in all, of those that are scored: the same ones at each evaluation. */
    } & Evaluation)
  | {
      type: 'changed';
      runId: RunId;
      step: number;
      cause: ChangeCause;
      /** Those that moved, where faders did; not in records from before they were kept. */
      channels?: readonly FaderPosition[];
      mixingRates: Readonly<Record<string, number>>;
      /** Peak of the schedule from here on. */
      learningRate: number;
    }
  | {
      type: 'phase';
      runId: RunId;
      step: number;
      phase: RunPhase;
      done: number;
      total: number;
      /** 'base test', where a judging of the plan is what goes on. */
      judging?: string;
    }
  | { type: 'judged'; runId: RunId; step: number; judging: Judging; evaluation: Evaluation }
  | { type: 'judgingFailed'; runId: RunId; step: number; judging: Judging; error: ErrorInfo }
  | { type: 'stage'; runId: RunId; step: number; stage: string; seconds: number }
  | ({ type: 'resumed'; runId: RunId; step: number } & Resumption)
  | { type: 'kept'; runId: RunId; step: number; bytes: number; ms: number }
  | { type: 'notKept'; runId: RunId; step: number; error: ErrorInfo }
  | { type: 'failed'; runId: RunId; step: number; error: ErrorInfo }
  | {
      type: 'finished';
      runId: RunId;
      step: number;
      tokens: number;
      elapsedMs: number;
      /** 'early': nothing was gained for as many evaluations as its settings wait. */
      reason: 'completed' | 'stopped' | 'early';
    };

/** How examples lie in rows, by task id and split, without worked examples. */
export type TaskFits = Readonly<Record<string, Readonly<Partial<Record<SplitName, FitCounts>>>>>;

export interface PreviewToken {
  readonly text: string;
  readonly part: 'padding' | 'instruction' | 'input' | 'frame' | 'target';
  /** True when predicting *this* token carries loss. */
  readonly carriesLoss: boolean;
}

export interface PreviewExample {
  /** null: a pre-training text that is rehearsed. */
  readonly taskId: string | null;
  readonly wording: string;
  readonly row: number;
  readonly tokens: readonly PreviewToken[];
}

export interface BatchPreview {
  readonly batchSize: number;
  readonly seqLen: number;
  readonly step: number;
  readonly paddingShare: number;
  readonly examples: readonly PreviewExample[];
}

/** One run at a time, and what the hands on the desk do to it. */
export interface RunsApi {
  /** Trains to the end; settles when the run has finished, was stopped or failed. */
  train(
    request: TrainRequest,
    onEvents: (events: readonly TrainEvent[]) => void,
  ): Promise<Result<null>>;
  pause(): Promise<Result<null>>;
  resume(): Promise<Result<null>>;
  /** While paused: one training step. */
  stepOnce(): Promise<Result<null>>;
  stop(): Promise<Result<null>>;
  /** Moves faders of the running run; channels that are not named stay. */
  setChannels(channels: readonly FaderPosition[]): Promise<Result<null>>;
  /** Moves a live setting of the running run, such as the peak learning rate. */
  changeSetting(key: SettingKey, value: SettingValue): Promise<Result<null>>;
  /** The very next batch: of the running run, or the first one that these settings would give. */
  previewBatch(
    settings: Settings,
    channels: readonly ChannelLevel[],
  ): Promise<Result<BatchPreview>>;
  /** How the channels' examples would lie in the rows of a run; not of built-in tasks that lie whole in them. */
  countFits(
    settings: Pick<Settings, 'seqLen' | 'instructionFormat'>,
    channels: readonly ChannelLevel[],
  ): Promise<Result<TaskFits>>;
}
