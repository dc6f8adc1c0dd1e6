import { modelNames } from '../../src/core/models.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import { loadModel, loadOwnFiles, loadTasks, type LoadedDesk } from './loadDesk.ts';
import type { OwnFile } from './loadOwnFile.ts';
import type { MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';
import { UsageError } from './usageError.ts';

/** What a plan plays with: files of one's own are given again, the others are the site's. */
export async function loadPlanned(
  desk: MixdeskPage,
  plan: RunPlan,
  ownFiles: readonly OwnFile[],
  progress: Progress,
): Promise<LoadedDesk> {
  const model = modelNames.find((name) => name === plan.model.name);
  if (!model) {
    throw new UsageError(`no model "${plan.model.name}" here; models: ${modelNames.join(', ')}`);
  }
  const own = await loadOwnFiles(desk, ownFiles, progress);
  const here = new Set(own.map(({ id }) => id));
  const missing = idsOf(plan).filter((id) => !here.has(id));
  const tasks = [...own, ...(await loadTasks(desk, missing, progress))];
  return { model: await loadModel(desk, model), tasks };
}

const idsOf = ({ channels, judge }: RunPlan): string[] => [
  ...new Set([...channels.map(({ taskId }) => taskId), ...judge.flatMap(({ taskIds }) => taskIds)]),
];
