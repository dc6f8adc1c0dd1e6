/**
 * `npm run presets -- [ids] [--seeds 3] [--backend wasm]`: trains each preset as Train does on the page, judges the
 * test split, and writes docs/results/presets.json and the table of docs/first-minute.md. A run that is there for the
 * same setup is kept: stop it at any time.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import type { DeskSetup } from '../../src/core/desk/deskSetup.ts';
import type { BackendName } from '../../src/core/protocol/index.ts';
import { ensureBuilt, projectRoot } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { told, toldOfThrown } from '../told.ts';
import { deskJob, orderOfDesk } from '../train/deskJob.ts';
import { openMixdesk, planInPage } from '../train/mixdeskPage.ts';
import { createProgress } from '../train/progress.ts';
import { presetIds, readPreset } from '../train/readDesk.ts';
import { withTables } from '../train/resultsTables.ts';
import { runInPage } from '../train/runInPage.ts';
import { tellProgress } from '../train/tellProgress.ts';
import { judgingsOf, presetRunOf, seeded, setupHash, type PresetRun } from './presetRun.ts';
import { marks, presetTable } from './presetTable.ts';

const [resultsPath, pagePath] = ['docs/results/presets.json', 'docs/first-minute.md'].map((path) =>
  join(projectRoot, path),
) as [string, string];

try {
  await main();
} catch (error) {
  stderr.write(`${toldOfThrown(error)}\n`);
  exit(1);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: argv.slice(2),
    allowPositionals: true,
    options: { seeds: { type: 'string' }, backend: { type: 'string' } },
  });
  const nSeeds = Number(values.seeds ?? 3);
  if (!Number.isInteger(nSeeds) || nSeeds < 1)
    throw new Error(`--seeds: got "${values.seeds}", wanted a whole number from 1`);
  const backend = (values.backend ?? 'wasm') as BackendName;
  const ids = positionals.length > 0 ? positionals : presetIds();
  const asked = ids.flatMap((preset) => {
    const setup = readPreset(preset);
    return Array.from({ length: nSeeds }, (_, i) => ({
      preset,
      seed: i + 1,
      setup: seeded(setup, i + 1),
    }));
  });
  await makeMissing(asked, backend);
}

interface Asked {
  readonly preset: string;
  readonly seed: number;
  readonly setup: DeskSetup;
}

async function makeMissing(asked: readonly Asked[], backend: BackendName): Promise<void> {
  const kept = new Map(readRuns().map((run) => [`${run.preset} ${run.seed}`, run]));
  const missing = asked.filter(
    ({ preset, seed, setup }) => kept.get(`${preset} ${seed}`)?.setup !== setupHash(setup, backend),
  );
  if (missing.length > 0) await ensureBuilt();
  const site = missing.length > 0 ? await serveSite() : null;
  try {
    for (const one of missing) {
      const run = await train(site!.url, one, backend);
      kept.set(`${one.preset} ${one.seed}`, run);
      await write([...kept.values()]);
      const { preset, seed, seconds, baseMacro, macro, worst } = run;
      stdout.write(
        `${preset}, seed ${seed}: ${seconds} s, mean ${baseMacro} → ${macro}, worst task ${worst}\n`,
      );
    }
  } finally {
    await site?.close();
  }
  await write([...kept.values()]);
}

async function train(url: string, asked: Asked, backend: BackendName): Promise<PresetRun> {
  const { preset, seed, setup } = asked;
  const desk = await openMixdesk(url, backend);
  try {
    const progress = createProgress(() => performance.now());
    const { tasks } = await deskJob(setup, backend, []).load(desk, progress);
    const order = { ...orderOfDesk(setup, tasks), judge: judgingsOf(setup) };
    const plan = await planInPage(desk, order);
    const name = `${preset}, seed ${seed}`;
    const startedAt = new Date().toISOString();
    const record = await runInPage(
      desk,
      { runId: 'preset', name, startedAt, plan },
      tellProgress(progress, plan),
    );
    const error = record.error ?? record.failedJudgings[0]?.error;
    if (error) throw new Error(`${name}: ${told(error)}`);
    return presetRunOf({ preset, seed, setup: setupHash(setup, backend) }, record);
  } finally {
    await desk.close();
  }
}

function readRuns(): readonly PresetRun[] {
  if (!existsSync(resultsPath)) return [];
  const kept = JSON.parse(readFileSync(resultsPath, 'utf8')) as { runs: readonly PresetRun[] };
  return kept.runs;
}

/** In the order of the chooser, whatever was run first. */
async function write(runs: readonly PresetRun[]): Promise<void> {
  const ids = presetIds();
  const sorted = runs
    .filter(({ preset }) => ids.includes(preset))
    .sort((a, b) => ids.indexOf(a.preset) - ids.indexOf(b.preset) || a.seed - b.seed);
  const options = { printWidth: 100 } as const;
  writeFileSync(
    resultsPath,
    await format(JSON.stringify({ runs: sorted }), { ...options, parser: 'json' }),
  );
  if (!existsSync(pagePath)) return;
  const page = withTables(
    readFileSync(pagePath, 'utf8'),
    presetTable(sorted, ids),
    marks,
    'docs/first-minute.md',
  );
  writeFileSync(pagePath, await format(page, { ...options, parser: 'markdown' }));
}
