/**
 * Checks built-in tasks and prints what was measured; exits 1 on a violation.
 *
 *   npx tsx content/datasets/checkTask.ts ner_people yn_fact   these
 *   npx tsx content/datasets/checkTask.ts lists                a cluster
 *   npx tsx content/datasets/checkTask.ts all
 *   … --tokenizer <tokenizer.json>                             another vocabulary than mini's
 */
import { parseArgs } from 'node:util';
import { checkTable } from './checks/checkTable.ts';
import { runChecks } from './checks/index.ts';
import { modelTokenizer, prepareTask } from './checks/prepareTask.ts';
import { checkAllTogether } from './checks/allTogether.ts';
import { taskSources } from './tasks/index.ts';

const maxShown = 5;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { tokenizer: { type: 'string' } },
});
const isAll = positionals.includes('all');
const wanted = taskSources.filter(
  ({ id, cluster }) => isAll || positionals.includes(id) || positionals.includes(cluster),
);
if (wanted.length === 0) {
  console.error('Name tasks or clusters of content/datasets/tasks, or "all".');
  process.exit(1);
}

const tokenizer = modelTokenizer(values.tokenizer);
const checked = wanted.map((source) => prepareTask(source, tokenizer));
const found = checked.map((one) => ({ id: one.source.id, ...runChecks(one) }));
console.log(checkTable(found).join('\n'));
for (const { id, violations, warnings } of found) {
  for (const text of warnings) console.log(`${id}: note: ${text}`);
  for (const text of violations.slice(0, maxShown)) console.error(`${id}: VIOLATED ${text}`);
  if (violations.length > maxShown) console.error(`${id}: … ${violations.length} in all`);
}
const whole = isAll ? checkAllTogether(checked) : { violations: [], figures: {} };
for (const text of whole.violations) console.error(`all tasks: VIOLATED ${text}`);
const count = found.reduce((sum, one) => sum + one.violations.length, whole.violations.length);
console.log(`${wanted.length} tasks, ${count} violations ${JSON.stringify(whole.figures)}`);
process.exitCode = count > 0 ? 1 : 0;
