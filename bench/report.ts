/** Rewrites the tables of docs/performance.md from bench/results/latest.json: `npx tsx bench/report.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../tools/build/ensureBuilt.ts';
import type { BenchResults, BenchRow } from './benchRow.ts';
import { resultsTable } from './resultsTable.ts';
import { resultsFolder } from './storeResults.ts';

const page = join(projectRoot, 'docs', 'performance.md');
const results = JSON.parse(
  readFileSync(join(resultsFolder, 'latest.json'), 'utf8'),
) as BenchResults;
const adapters = [...new Set(results.rows.map(({ adapter }) => adapter))];
const tables = adapters.map((adapter) => {
  const rows = results.rows.filter((row) => row.adapter === adapter);
  return `### ${adapter}\n\n${resultsTable(rows)}${kernelTimeLines(rows)}`;
});
/** Where our step spends its time, kernel by kernel. */
function kernelTimeLines(rows: readonly BenchRow[]): string {
  const lines = rows.flatMap(({ engine, shape, kernelTimes }) => {
    if (engine !== 'mixdesk' || !kernelTimes) return [];
    const total = kernelTimes.reduce((sum, { ms }) => sum + ms, 0);
    const shares = kernelTimes
      .filter(({ ms }) => ms > 0.01 * total)
      .map(({ kernel, ms }) => `${kernel} ${Math.round((100 * ms) / total)} %`);
    return [`- ${shape}: ${total.toFixed(1)} ms: ${shares.join(', ')}`];
  });
  return lines.length ? `\nOur time by kernel in one step:\n\n${lines.join('\n')}\n` : '';
}

const { driver, date, commit, command } = results;
const facts = `Last run: ${date}, commit ${commit}, ${driver}: \`${command}\`.`;
const text = readFileSync(page, 'utf8');
const between = /(<!-- bench:begin -->)[\s\S]*(<!-- bench:end -->)/;
if (!between.test(text)) throw new Error('docs/performance.md: no bench:begin and bench:end marks');
writeFileSync(
  page,
  text.replace(
    between,
    () => `<!-- bench:begin -->\n\n${facts}\n\n${tables.join('\n')}\n<!-- bench:end -->`,
  ),
);
