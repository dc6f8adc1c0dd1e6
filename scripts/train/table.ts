/** `npx tsx scripts/train/table.ts run.json`: the summary of a run record as a Markdown table. */
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import type { ExperimentRecord } from './experimentRecord.ts';

const path = argv[2];
if (path === undefined)
  throw new Error('Which run record? npx tsx scripts/train/table.ts run.json');
const { summary, seconds } = JSON.parse(readFileSync(path, 'utf8')) as ExperimentRecord;
if (!summary) throw new Error(`${path} has no summary: the run ended early.`);

const minutes = (summary.seconds / 60).toFixed(1);
const judging = ((seconds['evaluateBase'] ?? 0) + (seconds['evaluateTuned'] ?? 0)).toFixed(0);
const rows = Object.entries(summary.tasks).map(([id, task]) => {
  const fallen = 1 - task.validationLoss / task.baseValidationLoss;
  const scores = [task.baseTestScore, task.testScore].map((score) => score.toFixed(1));
  const losses = [task.baseValidationLoss, task.validationLoss].map((loss) => loss.toFixed(2));
  return [`\`${id}\``, task.metric, ...scores, ...losses, `−${(100 * fallen).toFixed(0)}%`];
});
const macro = [summary.baseMacroTestScore, summary.macroTestScore].map(
  (x) => `**${x.toFixed(1)}**`,
);
const table = [
  ['task', 'metric', 'base score', 'tuned score', 'base loss', 'tuned loss', 'change'],
  ['---', '---', '---:', '---:', '---:', '---:', '---:'],
  ...rows,
  ['**macro average**', '', ...macro, '', '', ''],
];
stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n\n`);
stdout.write(
  `${summary.trainTokens.toLocaleString('en')} training tokens in ${minutes} minutes ` +
    `(median ${Math.round(summary.tokensPerSecond).toLocaleString('en')} tokens/s; judging base and result ` +
    `takes ${judging} s more), ${summary.backend}: ${summary.adapter}, seed ${summary.seed}.\n`,
);
