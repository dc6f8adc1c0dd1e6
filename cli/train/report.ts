/**
 * The long report of a run record: scores of every task beside its baselines, averages with intervals,
 * unseen wordings, worked examples, exam.
 *
 *   npx tsx cli/train/report.ts run.json docs/default-mixture.md docs/results/default-mixture.json [docs/results.md]
 *
 * The tables of docs/results.md are written when it is named.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { bootstrapMean, type Interval } from '../../src/core/statistics/bootstrap.ts';
import { macroAverages } from '../../src/core/analysis/macro.ts';
import type { TaskEvaluation } from '../../src/core/protocol/index.ts';
import { judgementOf } from '../../src/core/runs/record.ts';
import { readRunFile } from '../../src/core/runs/runFile.ts';
import { defaultLevel } from '../../src/core/sampling/mixingRates.ts';
import { defaultSettings, type SettingKey } from '../../src/core/settings/table.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { resultsTables, withTables } from './resultsTables.ts';
import { showInterval, showScore } from './showScore.ts';

const [path, markdownPath, jsonPath, resultsPath] = argv.slice(2);
if (!path || !markdownPath || !jsonPath) {
  throw new Error('npx tsx cli/train/report.ts run.json report.md report.json [docs/results.md]');
}
const record = readRunFile(JSON.parse(readFileSync(path, 'utf8')));
const index = parseDatasetIndex(JSON.parse(readFileSync('public/datasets/index.json', 'utf8')));
const { summary, model, plan } = record;
const baseTest = judgementOf(record, 'base', 'test')?.evaluation.results;
const tunedTest = judgementOf(record, 'tuned', 'test');
if (!summary || !model || !baseTest || !tunedTest) throw new Error(`${path} ended early`);
const tested = tunedTest.evaluation.results;
/** Further looks at the tuned model: unseen wordings, worked examples, exam. */
const extra = Object.fromEntries(
  record.judgements
    .filter(
      ({ judging }) =>
        judging.weights === 'tuned' && !['test', 'validation'].includes(judging.name),
    )
    .map(({ judging, evaluation }) => [judging.name, evaluation.results]),
);

const enough = 60;
const aboveMajority = 15;

const find = (results: readonly TaskEvaluation[] | undefined, id: string) =>
  results?.find(({ taskId }) => taskId === id);
const rows = index.tasks
  .filter(({ id }) => find(tested, id))
  .map(({ id, cluster, metric, family, baselines }) => {
    const tuned = find(tested, id)!;
    return {
      id,
      cluster,
      metric,
      family,
      base: find(baseTest, id)?.score ?? 0,
      tuned: tuned.score ?? 0,
      interval: bootstrapMean(tuned.itemScores ?? []),
      rank: tuned.rankScore ?? null,
      baseRank: find(baseTest, id)?.rankScore ?? null,
      majority: baselines.majority,
      nearestNeighbour: baselines.nearestNeighbour,
      ...Object.fromEntries(
        Object.entries(extra).map(([name, results]) => [name, find(results, id)?.score ?? null]),
      ),
    };
  });
const fixed = rows.filter(({ family }) => !family);
const families = rows.filter(({ family }) => family);
const isGood = (row: (typeof rows)[number]): boolean =>
  row.tuned > enough && row.tuned >= row.majority + aboveMajority;
const macroOf = (list: typeof rows, key: 'tuned' | 'base') =>
  macroAverages(list.map((row) => ({ taskId: row.id, cluster: row.cluster, score: row[key] })));

/** Paired differences to the plain test over the first instances that both have judged. */
function difference(name: string): Interval {
  return bootstrapMean(
    fixed.flatMap(({ id }) => {
      const plain = find(tested, id)?.itemScores ?? [];
      const other = find(extra[name], id)?.itemScores ?? [];
      const count = Math.min(plain.length, other.length);
      const mean = (values: readonly number[]) =>
        values.slice(0, count).reduce((sum, value) => sum + value, 0) / count;
      return count > 0 ? [mean(other) - mean(plain)] : [];
    }),
  );
}

const good = fixed.filter(isGood);
const weak = fixed.filter((row) => !isGood(row)).map(({ id }) => id);
const result = {
  tokens: summary.trainTokens,
  minutes: summary.seconds / 60,
  tokensPerSecond: summary.tokensPerSecond,
  backend: `${summary.backend}: ${summary.adapter}`,
  seed: summary.seed,
  judgingSeconds: record.seconds,
  fixed: macroOf(fixed, 'tuned'),
  fixedBase: macroOf(fixed, 'base'),
  families: macroOf(families, 'tuned'),
  good: good.length,
  of: fixed.length,
  weak,
  differences: Object.fromEntries(Object.keys(extra).map((name) => [name, difference(name)])),
  tasks: rows,
};
const clusters = Object.entries(macroOf(rows, 'tuned').clusters).map(
  ([name, score]) =>
    `| ${name} | ${rows.filter(({ cluster }) => cluster === name).length} | ${showScore(macroOf(rows, 'base').clusters[name])} | ${showScore(score)} |`,
);
const lines = rows.map((row) => {
  const cells = [
    `\`${row.id}\``,
    row.metric,
    showScore(row.base),
    showInterval(row.interval),
    showScore((row as { unseenWordings?: number | null }).unseenWordings),
    showScore(row.rank),
    showScore(row.majority),
    showScore(row.nearestNeighbour),
  ];
  return `| ${cells.join(' | ')} |`;
});
const defaults = defaultSettings(model);
const changed = Object.entries(plan.settings)
  .filter(([key, value]) => value !== defaults[key as SettingKey])
  .map(([key, value]) => `\`${key}\` ${value}`);
const moved = plan.channels.filter(({ level }) => level !== defaultLevel);
const raised = [...new Set(moved.map(({ level }) => level))].map((level) => {
  const ids = moved.filter((channel) => channel.level === level).map(({ taskId }) => taskId);
  return `${level} for ${ids.map((id) => `\`${id}\``).join(', ')}`;
});
const faders = [...raised, `${defaultLevel} for ${raised.length > 0 ? 'the others' : 'all'}`].join(
  '; ',
);
const differences = Object.entries(result.differences).map(
  ([name, one]) => `| ${name} | ${showInterval(one)} |`,
);
const text = `# The default mixture

\`${model.name}\`, ${summary.trainTokens.toLocaleString('en')} training tokens in ${result.minutes.toFixed(1)} minutes (median ${Math.round(summary.tokensPerSecond).toLocaleString('en')} tokens/s),
${result.backend}, seed ${summary.seed}. Settings other than the defaults: ${changed.join(', ') || 'none'}.
Faders: ${faders}. Scores are 0–100 on ${tunedTest.judging.maxInstances} test
instances a task; intervals are 95 % bootstraps over tasks, clusters or instances.

| | base | tuned |
| --- | ---: | ---: |
| fixed tasks, macro over ${fixed.length} tasks | ${showScore(result.fixedBase.byTask.mean)} | ${showInterval(result.fixed.byTask)} |
| fixed tasks, macro over clusters | ${showScore(result.fixedBase.byCluster.mean)} | ${showInterval(result.fixed.byCluster)} |
| reading gym, unseen rules, macro over ${families.length} families | ${showScore(macroOf(families, 'base').byTask.mean)} | ${showInterval(result.families.byTask)} |

${good.length} of ${fixed.length} fixed tasks are above ${enough} and ${aboveMajority} points above their majority baseline. The others:
${weak.map((id) => `\`${id}\``).join(', ') || 'none'}.

Difference to the plain test, fixed tasks, mean over tasks:

| asked with | difference (95 %) |
| --- | ---: |
${differences.join('\n')}

| cluster | tasks | base | tuned |
| --- | ---: | ---: | ---: |
${clusters.join('\n')}

| task | metric | base | tuned (95 %) | unseen wordings | rank accuracy | majority | nearest neighbour |
| --- | --- | ---: | --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`;
writeFileSync(markdownPath, text);
if (resultsPath)
  writeFileSync(resultsPath, withTables(readFileSync(resultsPath, 'utf8'), resultsTables(result)));
writeFileSync(jsonPath, `${JSON.stringify(result, null, 1)}\n`);
console.log(
  `fixed ${showInterval(result.fixed.byTask)}, families ${showInterval(result.families.byTask)}, ${good.length} of ${fixed.length} good`,
);
