import { readFile } from 'node:fs/promises';
import type { ModelInfo, TaskInfo } from '../../src/core/protocol/index.ts';
import { selectorNamed, selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import type { ModelName } from '../../src/core/models.ts';
import type { TrainConfig } from './config.ts';
import { type OwnFile, loadOwnFile } from './loadOwnFile.ts';
import { sortFiles } from '../../src/core/tasks/fileUnits.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** What a configuration plays with, loaded in the page. */
export interface LoadedDesk {
  readonly model: ModelInfo;
  readonly tasks: readonly TaskInfo[];
}

/** Loads the model and the tasks of a configuration; what the selector leaves out stays away. */
export async function loadDesk(
  desk: MixdeskPage,
  config: Pick<TrainConfig, 'model' | 'tasks' | 'heldOutClusters' | 'selector'>,
  ownFiles: readonly OwnFile[],
  progress: Progress,
): Promise<LoadedDesk> {
  const { page } = desk;
  const model = await loadModel(desk, config.model);
  const index = unwrap(await page.evaluate(() => window.mixdesk.builtInTasks()));
  const asked = config.tasks === 'all' ? index.tasks.map(({ id }) => id) : config.tasks;
  const selector = selectorNamed(config.selector);
  const { removed } = selectTasks(config.heldOutClusters, index.tasks, selector);
  const ids = asked.filter((id) => !removed.includes(id));
  const tasks = await loadTasks(desk, ids, progress);
  return { model, tasks: [...tasks, ...(await loadOwnFiles(desk, ownFiles, progress))] };
}

export const loadModel = async ({ page }: MixdeskPage, model: ModelName): Promise<ModelInfo> =>
  unwrap(await page.evaluate((name) => window.mixdesk.loadModel(name), model));

/** Built-in tasks by id. */
export async function loadTasks(
  { page }: MixdeskPage,
  ids: readonly string[],
  progress: Progress,
): Promise<TaskInfo[]> {
  const tasks: TaskInfo[] = [];
  for (const id of ids) {
    progress.update('load tasks', tasks.length, ids.length);
    tasks.push(unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id)));
  }
  return tasks;
}

/** All tasks of these files; what reading did with their rows is said. */
export async function loadOwnFiles(
  desk: MixdeskPage,
  files: readonly OwnFile[],
  progress: Progress,
): Promise<TaskInfo[]> {
  const tasks: TaskInfo[] = [];
  const readable = files.map((file) => ({ ...file, text: () => readFile(file.path, 'utf8') }));
  const { units, excluded } = await sortFiles(readable);
  if (excluded.length > 0) {
    const names = excluded.map(({ fileName }) => fileName).join(', ');
    progress.say(`Left out, as the list of excluded tasks says: ${names}`);
  }
  for (const unit of units) {
    const read = await loadOwnFile(desk, unit, progress);
    const { fileName } = unit.main;
    // A file of prompts has a book for each of its tasks; of other files it is the same one.
    const told = read.some(({ report }) => report?.prompts) ? read : read.slice(0, 1);
    for (const task of told) {
      const names = (told.length > 1 ? [task] : read).map(({ id }) => id).join(', ');
      if (!task.report) continue;
      progress.say(`${fileName} → ${names}: ${reportSentences(task.report).join(' ')}`);
    }
    tasks.push(...read);
  }
  return tasks;
}
