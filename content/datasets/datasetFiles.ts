import { drawsOf } from './allDraws.ts';
import { baselinesOf } from './baselines.ts';
import { heldOutTexts } from './heldOutTexts.ts';
import { rehearsalFiles } from './rehearsalFiles.ts';
import { sha256 } from './sha256.ts';
import { examFile, sizesOf, taskFile } from './taskFile.ts';
import { taskSources } from './tasks/index.ts';
import type { TaskSource } from './taskSource.ts';

/**
 * Every generated file of `public/datasets`: text by file name. A task's exam is a file of its own,
 * which the page never fetches; the texts of `rehearsal/` and the held-out ones are no task's; `index.json` comes last.
 */
export function datasetFiles(): ReadonlyMap<string, string> {
  const files = new Map(
    taskSources.map((source) => [`${source.id}.json`, taskFile(source, drawsOf(source))]),
  );
  const rows = taskSources.map((source) => indexRow(source, files.get(`${source.id}.json`) ?? ''));
  for (const source of taskSources) {
    files.set(`exam/${source.id}.json`, examFile(source, drawsOf(source)));
  }
  for (const [name, text] of rehearsalFiles()) files.set(name, text);
  files.set(...heldOutTexts());
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return files.set('index.json', `{ "tasks": [\n${lines}\n] }\n`);
}

/** What `index.json` says of a task. */
export function indexRow(source: TaskSource, text: string, draws = drawsOf(source)): unknown {
  const { id, name, cluster, metric, wordings, isFamily } = source;
  return {
    id,
    name,
    cluster,
    metric,
    ...(isFamily ? { family: true } : {}),
    file: `${id}.json`,
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    counts: sizesOf(draws),
    // The definition is a wording too.
    wordings: wordings.length + 1,
    baselines: baselinesOf(source, draws),
  };
}
