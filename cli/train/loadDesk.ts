import { readFile } from 'node:fs/promises';
import type { ModelInfo, TaskInfo } from '../../src/core/protocol/index.ts';
import { selectorNamed, selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import type { ModelName } from '../../src/core/models.ts';
import type { TrainConfig } from './config.ts';
import { type OwnFile, loadOwnFile } from './loadOwnFile.ts';
import { sortFiles } from '../../src/core/tasks/fileUnits.ts';
import { loadOwnHub, type OwnHub } from './loadOwnHub.ts';
import { reportSentences } from '../../src/words/en/readReport.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';
import type { Progress } from './progress.ts';

/** Own data from the command line: a file, or a dataset of a hub. */
export type OwnData = OwnFile | OwnHub;

/** What a configuration plays with, loaded in the page. */
export interface LoadedDesk {
  readonly model: ModelInfo;
  readonly tasks: readonly TaskInfo[];
}

/** Loads the model and the tasks of a configuration; what the selector leaves out stays away. */
export async function loadDesk(
  desk: MixdeskPage,
  config: Pick<TrainConfig, 'model' | 'tasks' | 'heldOutClusters' | 'selector'>,
  ownData: readonly OwnData[],
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
  return { model, tasks: [...tasks, ...(await loadOwnData(desk, ownData, progress))] };
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

/** All tasks of these data; what reading did with their rows is said. */
export async function loadOwnData(
  desk: MixdeskPage,
  data: readonly OwnData[],
  progress: Progress,
): Promise<TaskInfo[]> {
  const files = data.filter((one): one is OwnFile => 'path' in one);
  const tasks = await loadOwnFiles(desk, files, progress);
  for (const one of data) {
    if (!('hub' in one)) continue;
    const [task] = await loadOwnHub(desk, one, progress);
    if (!task) continue;
    const told = [
      `licence: ${task.licence}.`,
      ...(task.report ? reportSentences(task.report) : []),
    ];
    progress.say(`${task.hub?.name ?? one.hub} → ${task.id}: ${told.join(' ')}`);
    tasks.push(task);
  }
  return tasks;
}

async function loadOwnFiles(
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
