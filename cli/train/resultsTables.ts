import type { MixtureResult, MixtureRow } from './mixtureResult.ts';
import { showInterval, showScore } from './showScore.ts';

/** What stands before and after the part of a page that a program writes. */
export type Marks = readonly [start: string, end: string];

const resultsMarks: Marks = [
  '<!-- Written by cli/train/report.ts from docs/results/default-mixture.json. -->',
  '<!-- End of what is written. -->',
];

const meanOf = (rows: readonly MixtureRow[], key: 'base' | 'tuned' | 'majority'): string =>
  showScore(rows.reduce((sum, row) => sum + row[key], 0) / rows.length);

/** The part of docs/results.md about the default mixture: how long it trained, averages, clusters. */
export function resultsTables(result: MixtureResult): string {
  const { tasks, differences, fixed, families } = result;
  const clusters = [...new Set(tasks.map(({ cluster }) => cluster))].map((name) => {
    const rows = tasks.filter(({ cluster }) => cluster === name);
    return `| ${name} | ${rows.length} | ${meanOf(rows, 'base')} | ${meanOf(rows, 'majority')} | ${meanOf(rows, 'tuned')} |`;
  });
  const gym = tasks.filter(({ family }) => family);
  return `${result.tokens.toLocaleString('en')} training tokens, ${showScore(result.minutes)} minutes at ${Math.round(result.tokensPerSecond).toLocaleString('en')} tokens/s. ${result.good} of the ${result.of} fixed tasks are above 60 and 15 points above their majority baseline.

| | base | tuned |
| --- | ---: | ---: |
| ${result.of} fixed tasks, macro average | ${showScore(result.fixedBase.byTask.mean)} | ${showInterval(fixed.byTask)} |
| reading gym, rules never trained on | ${meanOf(gym, 'base')} | ${showInterval(families.byTask)} |
| unseen wordings against seen ones | | ${showInterval(differences['unseenWordings']!)} |
| one worked example in the prompt against none | | ${showInterval(differences['oneShot']!)} |

| cluster | tasks | base | majority | tuned |
| --- | ---: | ---: | ---: | ---: |
${clusters.join('\n')}`;
}

/** The page with these tables in their place; throws where the marks around it are missing. */
export function withTables(
  page: string,
  tables: string,
  [start, end]: Marks = resultsMarks,
  path = 'docs/results.md',
): string {
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`${path}: no "${start}" … "${end}" to write between; put the two lines back`);
  return `${before}${start}\n\n${tables}\n\n${end}${after}`;
}
