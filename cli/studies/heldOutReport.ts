import { writeFileSync } from 'node:fs';
import {
  heldOutClusters,
  heldOutRows,
  meanOrNull,
  ranksOf,
  scoresOf,
  singleClusters,
  type HeldOutRow,
  type HeldOutRun,
} from '../../src/core/studies/heldOutRows.ts';
import type { heldOut } from '../../src/core/studies/heldOut.ts';
import { trainingOf } from '../../src/core/studies/noveltyTraining.ts';
import type { StudySite } from '../../src/core/studies/study.ts';
import { showInterval, showScore } from '../train/showScore.ts';
import { keptRuns, optionsFor } from './keptRuns.ts';
import type { StudyReport } from './studyReport.ts';

export const heldOutPath = 'docs/results/held-out.json';

function taskTable(runs: readonly HeldOutRun[], index: StudySite, cluster: string): string {
  const own = runs.filter((run) => run.kind === 'heldOut' && run.cluster === cluster);
  const base = runs.filter(({ kind }) => kind === 'base');
  return index.tasks
    .filter((task) => task.cluster === cluster)
    .map(({ id, metric, baselines }) => {
      const cells = [
        `\`${id}\``,
        cluster,
        metric,
        showScore(meanOrNull(scoresOf(own, [id]))),
        showScore(meanOrNull(ranksOf(own, [id]).map(({ rankScore }) => rankScore))),
        showScore(meanOrNull(scoresOf(base, [id]))),
        showScore(baselines.majority),
        showScore(baselines.copyInput),
      ];
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}

export const heldOutReport: StudyReport<typeof heldOut.options, HeldOutRun> = {
  read: (options) => keptRuns(heldOutPath, trainingOf(options)),
  write(runs, options, site) {
    const settings = trainingOf(options);
    const rows = heldOutRows(runs, site);
    writeFileSync('docs/held-out.md', pageOf(runs, rows, settings, site));
    writeFileSync(heldOutPath, `${JSON.stringify({ ...settings, rows, runs }, null, 1)}\n`);
  },
};

const lineOf = (row: HeldOutRow): string =>
  `| ${[
    row.cluster,
    showScore(row.score),
    showScore(row.rank),
    showScore(row.base),
    showScore(row.baseRank),
    showScore(row.baseline),
    showInterval(row.aboveBaseline),
    row.bestSingle ? `${showScore(row.bestSingle.score)} (${row.bestSingle.cluster})` : '–',
    row.isTransfer ? 'yes' : row.isAbove ? `no: ${(row.score / row.base).toFixed(2)} × base` : 'no',
    row.removedAsLeak.join(', ') || 'none',
    row.seeds,
  ].join(' | ')} |`;

function pageOf(
  runs: readonly HeldOutRun[],
  rows: readonly HeldOutRow[],
  settings: ReturnType<typeof trainingOf>,
  index: StudySite,
): string {
  const clusters = heldOutClusters(runs);
  const lines = rows.map(lineOf);
  const seeds = [...new Set(runs.filter(({ kind }) => kind !== 'base').map(({ seed }) => seed))];
  const transferring = rows.filter(({ isTransfer }) => isTransfer);
  return `# Clusters that were never trained on

\`${settings.model}\`, ${settings.tokens.toLocaleString('en')} training tokens a run, peak learning rate ${settings.learningRate}, WASM;
${settings.rehearsalShare} % of the rows are pre-training texts (rehearsal), in the runs of one cluster too. Each cluster in turn leaves the
default mixture together with the tasks that leak into it; its tasks are then asked zero-shot, with their seen wordings.
*Score* is each task's own metric on answers in words, *rank* the accuracy of the likeliest option
(tasks with options only), *baseline* the best of majority, random option and copying the input. The
interval is a bootstrap over (task, seed, instance). *Transfer*: the interval excludes zero, the score
is above the best model that was tuned on as many tokens of one cluster only (${singleClusters(runs).join(', ')};
without its tasks that leak into the held-out one), and at least 1.5 times the base model's. ${transferring.length} of these ${rows.length} do, ${rows.filter(({ isAbove }) => isAbove).length} pass the first two tests. What was tried: [tasks.md](tasks.md#clusters-held-out).

\`\`\`sh
npm run study -- heldOut ${optionsFor(settings, seeds)} --targets '${clusters.join(',')}'
\`\`\`

| held out | score | rank | base model | base rank | baseline | score − baseline (95 %) | best single-cluster model | transfer | removed as leak | seeds |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- | ---: |
${lines.join('\n')}

| task | cluster | metric | score | rank | base | majority | copy |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
${clusters.map((cluster) => taskTable(runs, index, cluster)).join('\n')}
`;
}
