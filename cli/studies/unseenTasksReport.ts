import { writeFileSync } from 'node:fs';
import { bootstrapMean } from '../../src/core/statistics/bootstrap.ts';
import { mean } from '../../src/core/statistics/mean.ts';
import { noveltyLevels, type Novelty } from '../../src/core/heldOut/novelty.ts';
import { showInterval, showScore } from '../train/showScore.ts';
import type { HeldOutRun } from '../../src/core/studies/heldOutRows.ts';
import { trainingOf, type NoveltyTraining } from '../../src/core/studies/noveltyTraining.ts';
import type { StudySite } from '../../src/core/studies/study.ts';
import type { unseenTasks } from '../../src/core/studies/unseenTasks.ts';
import { type UnseenTasksRun } from '../../src/core/studies/unseenTasks.ts';
import { heldOutPath } from './heldOutReport.ts';
import { keptRuns, optionsFor } from './keptRuns.ts';
import type { StudyReport } from './studyReport.ts';

const unseenTasksPath = 'docs/results/unseen-tasks.json';

/** A task's mean score at one level of novelty. */
interface Row {
  readonly taskId: string;
  readonly cluster: string;
  readonly score: number;
  readonly base: number;
}

/** Tasks that at least one of these runs scored at this level. */
function rowsOf(
  index: StudySite,
  base: Readonly<Record<string, number>>,
  scoresOf: (id: string) => readonly number[],
): Row[] {
  return index.tasks.flatMap(({ id, cluster }) => {
    const scores = scoresOf(id);
    if (scores.length === 0) return [];
    return [{ taskId: id, cluster, score: mean(scores), base: base[id]! }];
  });
}

/** Scores of a task while its cluster was held out, a seed each. */
function heldOutScores(settings: NoveltyTraining): (id: string) => readonly number[] {
  const { model, tokens, learningRate, rehearsalShare } = settings;
  const training = { model, tokens, learningRate, rehearsalShare };
  const results = keptRuns<HeldOutRun>(heldOutPath, training)
    .filter(({ kind }) => kind === 'heldOut')
    .flatMap((run) => run.results);
  return (id) => results.filter(({ taskId }) => taskId === id).map(({ score }) => score);
}

type Levels = Readonly<Record<Novelty, readonly Row[]>>;

const levelNames: Readonly<Record<Novelty, string>> = {
  unseenInstances: 'new instances of trained tasks',
  unseenTasks: 'new tasks of trained clusters',
  unseenClusters: 'new clusters ([held-out.md](held-out.md))',
};

function levelsOf(
  runs: readonly UnseenTasksRun[],
  index: StudySite,
  settings: NoveltyTraining,
): Levels {
  const base = runs.find(({ seed }) => seed === 0)?.scores ?? {};
  const tuned = runs.filter(({ seed }) => seed > 0);
  const scoresWhere = (isLeftOut: boolean) => (id: string) =>
    tuned
      .filter(({ leftOut }) => leftOut.includes(id) === isLeftOut)
      .map(({ scores }) => scores[id]!);
  return {
    unseenInstances: rowsOf(index, base, scoresWhere(false)),
    unseenTasks: rowsOf(index, base, scoresWhere(true)),
    unseenClusters: rowsOf(index, base, heldOutScores(settings)),
  };
}

const summaryOf = (levels: Levels) =>
  noveltyLevels.map((level) => ({
    level,
    tasks: levels[level].length,
    base: bootstrapMean(levels[level].map((row) => row.base)),
    tuned: bootstrapMean(levels[level].map((row) => row.score)),
  }));

/** What a cluster's tasks score at each level, as a row of the table. */
function clusterRow(levels: Levels, cluster: string): string {
  const inCluster = (level: Novelty): readonly Row[] =>
    levels[level].filter((row) => row.cluster === cluster);
  const scores = noveltyLevels.map((level) => {
    const rows = inCluster(level);
    return rows.length > 0 ? showScore(mean(rows.map(({ score }) => score))) : '–';
  });
  const left = inCluster('unseenTasks').map(
    ({ taskId, score, base }) => `\`${taskId}\` ${showScore(score)} (${showScore(base)})`,
  );
  return `| ${[cluster, ...scores, left.join(', ')].join(' | ')} |`;
}

export const unseenTasksReport: StudyReport<typeof unseenTasks.options, UnseenTasksRun> = {
  read: (options) => keptRuns(unseenTasksPath, trainingOf(options)),
  write(runs, options, site) {
    const settings = trainingOf(options);
    const levels = levelsOf(runs, site, settings);
    const summary = summaryOf(levels);
    writeFileSync('docs/unseen-tasks.md', pageOf(runs, levels, settings, site));
    writeFileSync(unseenTasksPath, `${JSON.stringify({ ...settings, summary, runs }, null, 1)}\n`);
  },
};

function pageOf(
  runs: readonly UnseenTasksRun[],
  levels: Levels,
  settings: NoveltyTraining,
  index: StudySite,
): string {
  const summary = summaryOf(levels);
  const clusters = [...new Set(index.tasks.map(({ cluster }) => cluster))];
  const seeds = runs.map(({ seed }) => seed).filter((seed) => seed > 0);
  return `# New tasks of clusters that were trained on

\`${settings.model}\`, ${settings.tokens.toLocaleString('en')} training tokens a run, peak learning rate ${settings.learningRate}, ${settings.rehearsalShare} % rehearsal, WASM. Each run
leaves one task of every cluster out, another one with each seed (${seeds.length} runs), and trains on the others with the default
mixture's faders; ${settings.instances} test instances a task, seen wordings. The three levels are kept apart: how much a model has
learnt of a task says nothing of what it makes of one that it has not met.

| test | tasks | base | tuned (95 %) |
| --- | ---: | ---: | ---: |
${summary.map(({ level, tasks, base: before, tuned: after }) => `| ${levelNames[level]} | ${tasks} | ${showScore(before.mean)} | ${showInterval(after)} |`).join('\n')}

Intervals resample tasks. The rows are of different tasks (eight clusters were held out), so what novelty costs shows within a
cluster, in the table below.

\`\`\`sh
npm run study -- unseenTasks ${optionsFor(settings, seeds)}
\`\`\`

| cluster | trained tasks | new tasks | new cluster | the new tasks (base) |
| --- | ---: | ---: | ---: | --- |
${clusters.map((cluster) => clusterRow(levels, cluster)).join('\n')}
`;
}
