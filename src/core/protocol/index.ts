/** Everything that crosses between the page and the training worker: methods in, one event stream out. */
import type { AskingApi } from './asking.ts';
import type { BrowsingApi } from './browsing.ts';
import type { CheckpointsApi } from './checkpoints.ts';
import type { EngineApi } from './engine.ts';
import type { RunsApi } from './runs.ts';
import type { TasksApi } from './tasks.ts';

export type * from './asking.ts';
export type * from './browsing.ts';
export type * from './checkpoints.ts';
export type * from './engine.ts';
export * from './life.ts';
export type * from './plan.ts';
export type * from './runs.ts';
export type * from './schedule.ts';
export type * from './tasks.ts';

/** The training worker. Every method settles with a value; failures are values too. */
export interface TrainerApi
  extends EngineApi, TasksApi, BrowsingApi, RunsApi, AskingApi, CheckpointsApi {}
