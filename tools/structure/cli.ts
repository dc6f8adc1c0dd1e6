/**
 * Measures the structure of a checkout.
 *
 *   npm run structure                    writes docs/structure.json and docs/structure.md of this one
 *   npm run structure -- ../other        prints that of another one, to compare with
 *   npm run structure -- ../other --before
 *                                        keeps that as what docs/structure.md compares with
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { measure, type Structure } from './measure.ts';
import { structureReport } from './report.ts';

const now = 'docs/structure.json';
const before = 'docs/results/structure-before.json';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { before: { type: 'boolean', default: false } },
});
const [root = '.'] = positionals;
const structure = measure(root);

if (values.before)
  await write(before, JSON.stringify({ ...structure, additions: readBefore()?.additions ?? {} }));
else if (root !== '.') stdout.write(`${JSON.stringify(structure, null, 2)}\n`);
else {
  await write(now, JSON.stringify(structure));
  await write('docs/structure.md', structureReport(structure, readBefore()));
}

/** Files for each addition are counted by reading where no test counts them: they are kept as they are. */
function readBefore(): Structure | undefined {
  return existsSync(before) ? (JSON.parse(readFileSync(before, 'utf8')) as Structure) : undefined;
}

async function write(path: string, text: string): Promise<void> {
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
}
