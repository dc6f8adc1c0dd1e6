/**
 * `npm run study -- <id> [--option value …]`: plans a study, makes the runs that are missing, one browser each,
 * and writes its page in docs. Each run is kept beside the page and not made again: stop it at any time.
 */
import { readFileSync } from 'node:fs';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { heldOut } from '../../src/core/studies/heldOut.ts';
import { studies } from '../../src/core/studies/index.ts';
import { instructionCount } from '../../src/core/studies/instructionCount.ts';
import type { Study, StudyOptions, StudySite } from '../../src/core/studies/study.ts';
import { unseenTasks } from '../../src/core/studies/unseenTasks.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { readConfig } from '../train/config.ts';
import { heldOutReport } from './heldOutReport.ts';
import { instructionCountReport } from './instructionCountReport.ts';
import type { StudyReport } from './studyReport.ts';
import { trainOnce } from './trainOnce.ts';
import { unseenTasksReport } from './unseenTasksReport.ts';

type Args = readonly string[];

/** A study with its page. */
const commands: Readonly<Record<(typeof studies)[number]['id'], (args: Args) => Promise<void>>> = {
  heldOut: (args) => run(heldOut, heldOutReport, args),
  unseenTasks: (args) => run(unseenTasks, unseenTasksReport, args),
  instructionCount: (args) => run(instructionCount, instructionCountReport, args),
};

const [id = '', ...args] = argv.slice(2);
const command = Object.hasOwn(commands, id) ? commands[id] : undefined;
if (!command) {
  const list = studies.map((study) => `  ${study.id}: ${study.claim}`).join('\n');
  stderr.write(`npm run study -- <id> [--option value …]\n${list}\n`);
  exit(2);
}
await command(args);

async function run<Options extends StudyOptions, Kept>(
  study: Study<Options, Kept>,
  report: StudyReport<Options, Kept>,
  args: Args,
): Promise<void> {
  const options = parseOptions(study.options, args);
  const site = studySite();
  const kept = report.read(options);
  const names = new Set(kept.map((one) => study.nameOf(one)));
  const missing = study.plan(options, site).filter(({ name }) => !names.has(name));
  if (missing.length > 0) await ensureBuilt();
  const server = missing.length > 0 ? await serveSite() : null;
  try {
    for (const planned of missing) {
      const record = await trainOnce(server!.url, planned);
      kept.push(planned.keep(record));
      report.write(kept, options, site);
      stdout.write(`${planned.name}: ${(record.seconds['train'] ?? 0).toFixed(0)} s of training\n`);
    }
  } finally {
    await server?.close();
  }
  report.write(kept, options, site);
  stdout.write(`${study.claim} ${study.verdict(kept, site).holds}\n`);
}

function parseOptions<Options extends StudyOptions>(defaults: Options, args: Args): Options {
  const known = Object.keys(defaults).map((name) => [name, { type: 'string' }] as const);
  const { values } = parseArgs({ args: [...args], options: Object.fromEntries(known) });
  return { ...defaults, ...values };
}

function studySite(): StudySite {
  const index = parseDatasetIndex(JSON.parse(readFileSync('public/datasets/index.json', 'utf8')));
  const { levels } = readConfig('cli/train/configs/mini.json', undefined);
  return { tasks: index.tasks, levels };
}
