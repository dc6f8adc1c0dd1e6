import type { ClusteredTask } from '../heldOut/clusteredTask.ts';
import { liftExperiment, type ExperimentV1 } from './liftExperiment.ts';
import { liftRun, type RunV2 } from './liftRun.ts';
import type { RunRecord } from './record.ts';
import { summarise, type Summary } from './summary.ts';

/** A run as a JSON document: the answer first, then what it rests on. */
export interface RunFile extends RunRecord {
  readonly summary: Summary | null;
}

type RunFileV2 = RunV2 & Pick<RunFile, 'summary'>;

/** The document of a run; clusters of tasks are what new tasks are told from new clusters by. */
export const runFileOf = (record: RunRecord, tasks: readonly ClusteredTask[]): RunFile => ({
  summary: summarise(record, tasks),
  ...record,
});

/**
 * A parsed run document of any version.
 * @throws RangeError for a document of another kind.
 */
export function readRunFile(raw: unknown): RunFile {
  const { format, version } = raw as { readonly format?: unknown; readonly version?: unknown };
  if (format === 'mixdesk-run' && version === 3) return raw as RunFile;
  if (format === 'mixdesk-run' && version === 2) return liftRun(raw as RunFileV2);
  if (format === 'mixdesk-experiment' && version === 1) return liftExperiment(raw as ExperimentV1);
  throw new RangeError(
    `run file: got format ${JSON.stringify(format)}, version ${JSON.stringify(version)}; wanted "mixdesk-run" 3 or 2, or "mixdesk-experiment" 1`,
  );
}
