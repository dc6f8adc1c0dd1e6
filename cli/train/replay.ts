import { readFileSync } from 'node:fs';
import { modelNames, modelSizes } from '../../src/core/models.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import { firstDifference } from '../../src/core/runs/firstDifference.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import { replayPlan } from '../../src/core/runs/replayPlan.ts';
import { readRunFile } from '../../src/core/runs/runFile.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';
import type { Job } from './job.ts';
import type { OwnData } from './loadDesk.ts';
import { loadPlanned } from './loadPlanned.ts';
import { UsageError } from './usageError.ts';

/** A record whose run can be done again here. */
interface Replayed {
  readonly record: RunRecord;
  readonly plan: RunPlan;
}

/** A run that does again what a record tells, moved faders included, on the backend of the record unless another is named. */
export function replayJob(
  path: string,
  backend: Job['backend'],
  ownData: readonly OwnData[],
  endpoint: string,
): Job {
  const { record, plan } = readReplay(path);
  return {
    name: record.name,
    backend: backend === 'auto' ? (record.engine?.backend ?? 'auto') : backend,
    load: (desk, progress) => loadPlanned(desk, plan, { ownData, endpoint }, progress),
    plan: () => Promise.resolve(plan),
    verdict: (replay) => verdictOf(record, replay),
  };
}

/** @throws UsageError for a file that is no record, or one that can't be done again. */
function readReplay(path: string): Replayed {
  const record = readRecord(path);
  const plan = replayPlan(record);
  const refuse = (why: string): UsageError => new UsageError(`--replay: ${path}: ${why}`);
  if (!plan) throw refuse('it is from before moved faders were kept; run its plan instead');
  if (plan.startFrom.kind === 'run') throw refuse('it carried on with the weights of another run');
  const model = modelNames.find((name) => name === plan.model.name);
  if (!model) throw refuse(`no model "${plan.model.name}" here; models: ${modelNames.join(', ')}`);
  const settings = parseSettings(plan.settings, modelSizes[model]);
  return { record, plan: { ...plan, settings } };
}

function readRecord(path: string): RunRecord {
  try {
    return readRunFile(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new UsageError(`--replay: ${path}: ${(error as Error).message}`);
  }
}

function verdictOf(record: RunRecord, replay: RunRecord): ReturnType<NonNullable<Job['verdict']>> {
  const both = Math.min(record.steps.length, replay.steps.length);
  const step = firstDifference(record, replay);
  if (step === null) {
    const words = `replay: the losses of ${both} of ${record.steps.length} steps are the record's, to the bit`;
    return { words, isFault: both < record.steps.length };
  }
  const engines = [record, replay].map(({ engine }) => engine?.adapter ?? 'no engine');
  const words = `replay: step ${step} differs from the record's (${engines.join(', now ')})`;
  return { words, isFault: true };
}
