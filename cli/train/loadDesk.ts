import type { ModelInfo, TaskInfo } from '../../src/core/protocol/index.ts';
import { selectorNamed, selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import type { TrainConfig } from './config.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** A task file from the command line. */
export interface OwnFile {
  readonly fileName: string;
  readonly text: string;
}

/** What a configuration plays with, loaded in the page. */
export interface LoadedDesk {
  readonly model: ModelInfo;
  readonly tasks: readonly TaskInfo[];
}

/** Loads the model and the tasks of a configuration; what the selector leaves out stays away. */
export async function loadDesk(
  { page }: MixdeskPage,
  config: Pick<TrainConfig, 'model' | 'tasks' | 'heldOutClusters' | 'selector'>,
  ownFiles: readonly OwnFile[],
  progress: Progress,
): Promise<LoadedDesk> {
  const loadModel = (name: TrainConfig['model']) => window.mixdesk.loadModel(name);
  const model = unwrap(await page.evaluate(loadModel, config.model));
  const index = unwrap(await page.evaluate(() => window.mixdesk.builtInTasks()));
  const asked = config.tasks === 'all' ? index.tasks.map(({ id }) => id) : config.tasks;
  const selector = selectorNamed(config.selector);
  const { removed } = selectTasks(config.heldOutClusters, index.tasks, selector);
  const ids = asked.filter((id) => !removed.includes(id));
  const tasks: TaskInfo[] = [];
  for (const id of ids) {
    progress.update('load tasks', tasks.length, ids.length + ownFiles.length);
    tasks.push(unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id)));
  }
  const loadFile = ({ fileName, text }: OwnFile) => window.mixdesk.loadFile(fileName, text);
  for (const file of ownFiles) tasks.push(...unwrap(await page.evaluate(loadFile, file)));
  return { model, tasks };
}
