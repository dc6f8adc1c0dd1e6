import type { Settings } from '../settings/table.ts';
import type { ReadReport } from '../tasks/readReport.ts';
import type { SplitName } from '../tasks/task.ts';
import type { EvaluateRequest } from './asking.ts';
import type { FaderSchedule } from './schedule.ts';
import type { ChannelLevel } from './tasks.ts';

export type RunId = string;

/**
 * What a run starts from: the loaded model, weights drawn from the run's seed that have learnt nothing,
 * or what an earlier run has left in the worker.
 */
export type StartFrom =
  { readonly kind: 'base' | 'random' } | { readonly kind: 'run'; readonly runId: RunId };

/** One look at a model: what is asked of which weights, before the training ('base') or after it. */
export interface Judging extends Omit<EvaluateRequest, 'split'> {
  /** 'test', 'unseenWordings': tells it from the plan's others of the same weights. */
  readonly name: string;
  /** 'exam': instances of the built-in tasks that nothing may be chosen by. */
  readonly split: SplitName | 'exam';
  readonly keptAnswers: number;
}

/** Whose data a run learns from. */
export interface DataOrigin {
  /** Name of the file, or of the dataset of a hub with its commit. */
  readonly origin: string;
  readonly licence: string;
  /** Page of the dataset on its hub, at that commit. */
  readonly url?: string;
}

/** Everything that decides a run, known before it starts and never changed after. */
export interface RunPlan {
  /** Version of Mixdesk that made the plan. */
  readonly app: string;
  /** The hash is of the file of its weights, lower-case hex. */
  readonly model: { readonly name: string; readonly sha256: string };
  readonly settings: Settings;
  /** Without a channel nothing is trained: only the base model is judged. */
  readonly channels: readonly ChannelLevel[];
  /** Faders and live settings that move on the way; none if left out. */
  readonly schedule?: FaderSchedule;
  /** SHA-256 of each file of a channel or a judging, by task id. */
  readonly taskHashes: Readonly<Record<string, string>>;
  /** What reading did with the rows of own files among them, by task id; left out where all tasks are built in. */
  readonly reports?: Readonly<Record<string, ReadReport>>;
  /** Where own data come from, by task id; not in plans from before it was kept, nor of built-in tasks. */
  readonly origins?: Readonly<Record<string, DataOrigin>>;
  readonly startFrom: StartFrom;
  readonly judge: readonly Judging[];
  /** The study or sweep that it belongs to. */
  readonly group: string | null;
}
