import type { BackendName, RunPlan, TrainEvent } from '../../src/core/protocol/index.ts';
import type { NewRun, RunRecord } from '../../src/core/runs/record.ts';
import type { TrainConfig } from './config.ts';
import { loadDesk, type LoadedDesk, type OwnData } from './loadDesk.ts';
import { planInPage, type MixdeskPage } from './mixdeskPage.ts';
import { orderOf } from './orderOf.ts';
import type { Progress } from './progress.ts';

/** One run that the command line was asked for. */
export interface Job {
  /** Of the run. */
  readonly name: string;
  readonly backend: BackendName | 'auto';
  load(desk: MixdeskPage, progress: Progress): Promise<LoadedDesk>;
  plan(desk: MixdeskPage, loaded: LoadedDesk): Promise<RunPlan>;
  /** The run that goes on, and all that had happened to it; left out, one begins. */
  readonly goesOn?: { readonly run: NewRun; readonly log: readonly TrainEvent[] };
  /** What there is to say of the finished run beside its outcome; a fault makes the command fail. */
  verdict?(record: RunRecord): { readonly words: string; readonly isFault: boolean };
}

/** The run of a configuration file. */
export const configJob = (
  config: TrainConfig,
  backend: Job['backend'],
  ownData: readonly OwnData[],
): Job => ({
  name: config.model,
  backend,
  load: (desk, progress) => loadDesk(desk, config, ownData, progress),
  plan: (desk, { tasks }) => planInPage(desk, orderOf(config, tasks)),
});
