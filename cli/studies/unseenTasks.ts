/**
 * Between new instances and new clusters: new tasks of clusters that were trained on. Each run leaves one
 * task of every cluster out, another one with each seed, trains on the others and judges all.
 *
 *   npx tsx cli/studies/unseenTasks.ts [--model mini] [--tokens 1000000] [--learning-rate 0.001]
 *       [--rehearsal-share 50] [--seeds 1,2,3] [--instances 50]
 *
 * Each run is kept in docs/results/unseen-tasks.json and not run again. Report: docs/unseen-tasks.md, with
 * the runs of heldOut.ts for new clusters.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { studyOrder } from '../../src/core/studies/studyOrder.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { readConfig } from '../train/config.ts';
import { listOf, settingsOf, studyOptions, trainingSettings } from './studyOptions.ts';
import { readRuns } from './studyRuns.ts';
import { trainOnce } from './trainOnce.ts';
import {
  unseenTasksPath,
  writeUnseenTasksReport,
  type UnseenTasksRun,
} from './unseenTasksReport.ts';

const { values } = parseArgs({
  options: { ...studyOptions, instances: { type: 'string', default: '50' } },
});
const settings = settingsOf(values);
const index = parseDatasetIndex(JSON.parse(readFileSync('public/datasets/index.json', 'utf8')));
const ids = index.tasks.map(({ id }) => id);
const clusters = [...new Set(index.tasks.map(({ cluster }) => cluster))];
/** The default mixture's faders. */
const { levels } = readConfig('cli/train/configs/mini.json', undefined);

/** The seed's task of every cluster, in the order of the index: the first with seed 1. */
function leftOutWith(seed: number): string[] {
  return clusters.map((cluster) => {
    const own = index.tasks.filter((task) => task.cluster === cluster);
    return own[(seed - 1) % own.length]!.id;
  });
}

const plan = [
  { seed: 0, leftOut: ids },
  ...listOf(values.seeds).map((seed) => ({
    seed: Number(seed),
    leftOut: leftOutWith(Number(seed)),
  })),
];
const runs = readRuns<UnseenTasksRun>(unseenTasksPath, settings);
await ensureBuilt();
const site = await serveSite();
try {
  for (const { seed, leftOut } of plan) {
    if (runs.some((run) => run.seed === seed)) continue;
    const trained = ids.filter((id) => !leftOut.includes(id));
    const order = studyOrder({
      group: 'unseenTasks',
      settings: trainingSettings(settings, Math.max(1, seed)),
      trained,
      levels,
      judge: [{ name: 'test', split: 'test', taskIds: ids, maxInstances: settings.instances }],
    });
    const run = { name: `seed ${seed}`, model: settings.model, order };
    const { judgements } = await trainOnce(site.url, run);
    const { results } = judgements[0]!.evaluation;
    const scores = results.map(({ taskId, score }) => [taskId, score ?? 0] as const);
    runs.push({ seed, leftOut, scores: Object.fromEntries(scores) });
    console.log(
      `seed ${seed}: ${leftOut.map((id) => `${id} ${runs.at(-1).scores[id]!.toFixed(0)}`).join(', ')}`,
    );
    writeUnseenTasksReport(runs, index, settings);
  }
} finally {
  await site.close();
}
writeUnseenTasksReport(runs, index, settings);
