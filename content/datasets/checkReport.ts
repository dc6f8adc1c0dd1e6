/**
 * Writes the table of the data checks: docs/data-checks.md and docs/results/data-checks.json.
 *
 *   npx tsx content/datasets/checkReport.ts
 */
import { writeFileSync } from 'node:fs';
import { drawsOf } from './allDraws.ts';
import { baselinesOf } from './baselines.ts';
import { ruleOf } from './drawSplits.ts';
import { solvers } from './solvers/index.ts';
import { taskFile } from './taskFile.ts';
import { taskSources } from './tasks/index.ts';
import type { TaskSource } from './taskSource.ts';

function row(source: TaskSource) {
  const draws = drawsOf(source);
  const all = [
    ...draws.splits.train,
    ...draws.splits.validation,
    ...draws.splits.test,
    ...draws.exam,
  ];
  const solver = solvers[source.id]!;
  const right = all.filter(({ input, output, slots = {}, options = source.labels ?? [] }) =>
    'solve' in solver
      ? solver.solve(input, { slots, options }) === output
      : solver.judge(input, output, { slots, options }),
  );
  const length = all.reduce((sum, { input, output }) => sum + input.length + output.length, 0);
  return {
    id: source.id,
    cluster: source.cluster,
    metric: source.metric,
    wordings: source.wordings.length + 1,
    instructions: source.isFamily ? new Set(draws.splits.train.map(ruleOf)).size : 1,
    meanCharacters: Math.round(length / all.length),
    kilobytes: Math.round(Buffer.byteLength(taskFile(source, draws)) / 1000),
    grades: [1, 2, 3].map((grade) => all.filter(({ difficulty }) => difficulty === grade).length),
    solverRight: (100 * right.length) / all.length,
    ...baselinesOf(source, draws),
  };
}

const rows = taskSources.map(row);
const lines = rows.map(
  (one) =>
    `| ${[
      `\`${one.id}\``,
      one.cluster,
      one.metric,
      one.wordings,
      one.meanCharacters,
      one.kilobytes,
      one.grades.join('/'),
      `${one.solverRight.toFixed(0)}%`,
      one.majority,
      one.random,
      one.copyInput,
      one.copyDemonstration,
      one.nearestNeighbour,
    ].join(' | ')} |`,
);
const families = rows.filter(({ instructions }) => instructions > 1);
const rules = families.reduce((sum, { instructions }) => sum + instructions, 0);
const easy = rows
  .filter(({ nearestNeighbour }) => nearestNeighbour > 60)
  .map(({ id }) => `\`${id}\``);
const text = `# Checks of the built-in tasks

${rows.length - families.length} fixed tasks and ${families.length} parametrised families with ${rules.toLocaleString('en')} distinct
instructions in training, in ${new Set(rows.map(({ cluster }) => cluster)).size} clusters; ${(1500 * rows.length).toLocaleString('en')} training examples. Every task has 1,500 training, 100
validation, 200 test and 100 exam instances. \`tests/content/datasets\` checks all of it in CI: no question twice
across splits, balanced labels, a solver that reads the prompt only and is right on every instance,
wordings two words apart or more, names and nouns of the test in no training instance, unseen rules in
the families' tests. Scores are the task's metric on the test split.

A nearest training neighbour (TF-IDF over words and pairs of words) reaches more than 60 in ${easy.length} tasks:
${easy.join(', ')}. Their answer hangs on single words, as rating, topic and language do in this world.

\`\`\`sh
npx tsx content/datasets/checkReport.ts
\`\`\`

| task | cluster | metric | wordings | characters | kB | grades 1/2/3 | solver | majority | random | copy | copy a demonstration | nearest neighbour |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${lines.join('\n')}
`;
writeFileSync('docs/data-checks.md', text);
writeFileSync('docs/results/data-checks.json', `${JSON.stringify(rows, null, 1)}\n`);
console.log(
  `${rows.length} tasks, solver right on all: ${rows.every(({ solverRight }) => solverRight === 100)}`,
);
