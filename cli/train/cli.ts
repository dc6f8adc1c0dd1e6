/** `npm run train`: the page's main job without a hand on the mouse. See docs in README.md. */
import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { dataFilesIn } from '../dataFilesIn.ts';
import { metricsByTask, parseSetOptions, readConfig } from './config.ts';
import { deskJob } from './deskJob.ts';
import { runFileOf } from '../../src/core/runs/runFile.ts';
import { configJob, type Job } from './job.ts';
import type { OwnFile } from './loadOwnFile.ts';
import { readDesk, readPreset } from './readDesk.ts';
import { replayJob } from './replay.ts';
import { runInPage } from './runInPage.ts';
import { endLine } from './endLine.ts';
import { tellFits } from './tellFits.ts';
import { tellProgress } from './tellProgress.ts';
import { createInterruption } from './interruption.ts';
import { openMixdesk } from './mixdeskPage.ts';
import { parseOptions, usage, type CliOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { toldOfThrown } from '../told.ts';
import { UsageError } from './usageError.ts';

const exitCodes = {
  completed: 0,
  early: 0,
  failed: 1,
  stopped: 130,
  interrupted: 130,
} as const;

exit(await main());

async function main(): Promise<number> {
  try {
    const options = parseOptions(argv.slice(2));
    if (options) return await train(options);
    stdout.write(`${usage}\n`);
    return 0;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    stderr.write(`${toldOfThrown(error)}\n`);
    if (isUsage) stderr.write('npm run train -- --help tells more.\n');
    return isUsage ? 2 : 1;
  }
}

async function train(options: CliOptions): Promise<number> {
  const job = jobOf(options);
  checkWritable(options.out);
  const interruption = createInterruption();
  const progress = createProgress(() => performance.now());
  await ensureBuilt();
  const site = await serveSite();
  try {
    const desk = await openMixdesk(site.url, job.backend);
    progress.say(`${desk.engine.backend}: ${desk.engine.adapter}`);
    const loaded = await interruption.orStop(job.load(desk, progress));
    if (!loaded) return exitCodes.stopped;
    interruption.onStop(() => void desk.page.evaluate(() => window.mixdesk.stop()));
    const plan = await job.plan(desk, loaded);
    await tellFits(desk, plan, progress);
    const record = await runInPage(
      desk,
      { runId: 'train', name: job.name, startedAt: new Date().toISOString(), plan },
      tellProgress(progress, plan),
    );
    writeFileSync(options.out, `${JSON.stringify(runFileOf(record, loaded.tasks), null, 1)}\n`);
    const outcome = record.outcome ?? 'failed';
    progress.say(endLine(record, options.out));
    const verdict = job.verdict?.(record);
    if (verdict) progress.say(verdict.words);
    await desk.close();
    const isFault = record.failedJudgings.length > 0 || verdict?.isFault;
    return isFault && outcome !== 'stopped' ? exitCodes.failed : exitCodes[outcome];
  } finally {
    await site.close();
  }
}

function jobOf({ from, model, set, metrics, tasks, mapping, backend }: CliOptions): Job {
  const ownFiles = tasks
    .flatMap(taskFilesAt)
    .map((file) => ({ ...file, ...(mapping && { mapping }) }));
  switch (from.kind) {
    case 'replay':
      return replayJob(from.path, backend, ownFiles);
    case 'config':
      return configJob(readConfig(from.path, model, set, metrics), backend, ownFiles);
    case 'preset':
    case 'desk': {
      const desk = from.kind === 'preset' ? readPreset(from.path) : readDesk(from.path);
      const settings = { ...desk.settings, ...parseSetOptions(set) };
      const setup = { ...desk, model: model ?? desk.model, settings };
      return deskJob(setup, backend, ownFiles, metricsByTask('--metric', metrics));
    }
  }
}

/** The file, or all files of the folder under their path in it. */
function taskFilesAt(path: string): OwnFile[] {
  try {
    const isFolder = statSync(path).isDirectory();
    if (!isFolder) return [{ fileName: fileNameOf(path), path }];
    return dataFilesIn(path).map((at) => ({
      fileName: join(basename(path), relative(path, at)),
      path: at,
    }));
  } catch (error) {
    throw new UsageError(`--tasks: ${(error as Error).message}`);
  }
}

/** With its folder, which tells two files of one name apart. */
function fileNameOf(path: string): string {
  return join(basename(dirname(resolve(path))), basename(path));
}

/** Finds out before the training, not after it, that the record has nowhere to go. */
function checkWritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new UsageError(`--out: ${(error as Error).message}`);
  }
}
