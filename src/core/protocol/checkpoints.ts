import type { Result } from '../errors.ts';
import type { Weights } from './asking.ts';
import type { EngineInfo } from './engine.ts';
import type { RunId, RunPlan } from './plan.ts';
import type { TrainEvent } from './runs.ts';

/** A run that can go on, as its last checkpoint tells of it. */
export interface ResumableRun {
  readonly runId: RunId;
  readonly name: string;
  /** ISO 8601, as `savedAt`. */
  readonly startedAt: string;
  readonly plan: RunPlan;
  readonly step: number;
  readonly nSteps: number;
  readonly savedAt: string;
  readonly engine: EngineInfo;
  /** Of its files. */
  readonly bytes: number;
}

/** Everything that had happened to a run by its last checkpoint. */
export interface KeptLog {
  readonly events: readonly TrainEvent[];
  /** Files that were damaged, and were not used. */
  readonly damaged: readonly string[];
}

/** Weights that leave the worker, and runs that are kept on their way. */
export interface CheckpointsApi {
  /** These weights as a `model.safetensors` file (fp16, Llama names). */
  exportWeights(weights: Exclude<Weights, 'base'>): Promise<Result<Uint8Array>>;
  /** From now on checkpoints are files under this address (PUT, GET, DELETE), not in the browser's storage. */
  keepAt(url: string): Promise<Result<null>>;
  /** A checkpoint of the running run as soon as its step is over; settles when that was tried. */
  keepNow(): Promise<Result<null>>;
  resumableRuns(): Promise<Result<readonly ResumableRun[]>>;
  keptLog(runId: RunId): Promise<Result<KeptLog>>;
  /** Removes the checkpoints of these runs. */
  forgetRuns(runIds: readonly RunId[]): Promise<Result<null>>;
}
