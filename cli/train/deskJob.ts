import { channelsOf } from '../../src/core/desk/channelsOf.ts';
import type { DeskSetup, DeskTask } from '../../src/core/desk/deskSetup.ts';
import { lookUp } from '../../src/core/lookUp.ts';
import type { TaskInfo } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import { defaultLevel } from '../../src/core/sampling/mixingRates.ts';
import { parseConfig, type TrainConfig } from './config.ts';
import type { Job } from './job.ts';
import { loadModel, loadOwnData, loadTasks, type OwnData } from './loadDesk.ts';
import { planInPage } from './mixdeskPage.ts';
import { isWatched, orderOf } from './orderOf.ts';

/** The run that Train means with this desk in the page: the same channels in the same order, judged before and after. */
export const deskJob = (
  setup: DeskSetup,
  backend: Job['backend'],
  ownData: readonly OwnData[],
  metrics: TrainConfig['metrics'] = {},
): Job => ({
  name: setup.model,
  backend,
  async load(desk, progress) {
    const model = await loadModel(desk, setup.model);
    const own = await loadOwnData(desk, ownData, progress);
    const here = new Set(own.map(({ id }) => id));
    const missing = setup.tasks.map(({ id }) => id).filter((id) => !here.has(id));
    return { model, tasks: [...(await loadTasks(desk, missing, progress)), ...own] };
  },
  plan: (desk, { tasks }) => planInPage(desk, orderOfDesk(setup, tasks, metrics)),
});

/**
 * Own files that the desk does not name come last, with their faders at rest.
 * @param metrics by task id, before those of the desk
 */
export function orderOfDesk(
  setup: DeskSetup,
  loaded: readonly (Pick<TaskInfo, 'id' | 'cluster' | 'origin'> &
    Partial<Pick<TaskInfo, 'report'>>)[],
  metrics: TrainConfig['metrics'] = {},
): RunOrder {
  const byId = new Map(loaded.map((task) => [task.id, task]));
  const named = new Set(setup.tasks.map(({ id }) => id));
  const more = loaded.filter(({ id }) => !named.has(id));
  const tasks = [
    ...setup.tasks,
    ...more.map((task) => ({ id: task.id, level: defaultLevel, isMuted: isWatched(task) })),
  ].map((task) => scoredBy(task, lookUp(metrics, task.id)));
  const inOrder = tasks.map(({ id }) => byId.get(id)!);
  const desk = { ...setup, tasks };
  return {
    ...orderOf(configOf(desk, metrics), inOrder),
    channels: channelsOf(desk, (id) => byId.get(id)!.cluster),
  };
}

const scoredBy = (task: DeskTask, metric: string | undefined): DeskTask =>
  metric === undefined ? task : { ...task, metric };

/** What a configuration says beside the desk keeps its defaults. */
function configOf(
  { model, tasks, settings, schedule = [] }: DeskSetup,
  named: TrainConfig['metrics'],
): TrainConfig {
  const ofDesk = tasks.flatMap(({ id, metric }) =>
    metric === undefined ? [] : [[id, metric] as const],
  );
  const metrics = { ...named, ...Object.fromEntries<string>(ofDesk) };
  return parseConfig({ settings, schedule, metrics }, model);
}
