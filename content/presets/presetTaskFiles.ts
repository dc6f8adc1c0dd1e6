import { indexRow } from '../datasets/datasetFiles.ts';
import { taskFile } from '../datasets/taskFile.ts';
import { fightingDraws, fightingTasks } from './fighting.ts';

/** The tasks that only presets have, and their list, in the schemas of `public/datasets`: text by file name. */
export function presetTaskFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const rows = fightingTasks.map((source) => {
    const draws = fightingDraws(source);
    const text = taskFile(source, draws);
    files.set(`${source.id}.json`, text);
    return indexRow(source, text, draws);
  });
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return files.set('index.json', `{ "tasks": [\n${lines}\n] }\n`);
}
