import { modelNames } from '../../src/core/models.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import { loadModel, loadOwnData, loadTasks, type LoadedDesk, type OwnData } from './loadDesk.ts';
import type { MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';
import { UsageError } from './usageError.ts';

/** What a plan plays with: files of one's own are given again, datasets come from the hub (its address is `endpoint`), the others are the site's. */
export async function loadPlanned(
  desk: MixdeskPage,
  plan: RunPlan,
  { ownData, endpoint }: { readonly ownData: readonly OwnData[]; readonly endpoint: string },
  progress: Progress,
): Promise<LoadedDesk> {
  const model = modelNames.find((name) => name === plan.model.name);
  if (!model) {
    throw new UsageError(`no model "${plan.model.name}" here; models: ${modelNames.join(', ')}`);
  }
  const own = await loadOwnData(desk, [...ownData, ...hubDataOf(plan, endpoint)], progress);
  const here = new Set(own.map(({ id }) => id));
  const missing = idsOf(plan).filter((id) => !here.has(id));
  const tasks = [...own, ...(await loadTasks(desk, missing, progress))];
  return { model: await loadModel(desk, model), tasks };
}

/** The datasets of a hub that the run had, at the commits that it had them at. */
const hubDataOf = ({ origins = {} }: RunPlan, endpoint: string): OwnData[] =>
  Object.values(origins).flatMap(({ origin, url }) =>
    url === undefined ? [] : [{ hub: origin, endpoint }],
  );

const idsOf = ({ channels, judge }: RunPlan): string[] => [
  ...new Set([...channels.map(({ taskId }) => taskId), ...judge.flatMap(({ taskIds }) => taskIds)]),
];
