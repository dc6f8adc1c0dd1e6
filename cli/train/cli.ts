/** `npm run train`: the page's main job without a hand on the mouse. See docs in README.md. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { argv, exit, stderr, stdout } from 'node:process';
import { ensureBuilt, projectRoot } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { dataFilesIn } from '../dataFilesIn.ts';
import { metricsByTask, parseSetOptions, readConfig } from './config.ts';
import { deskJob } from './deskJob.ts';
import type { DeskSetup } from '../../src/core/desk/deskSetup.ts';
import { parseHubName } from '../../src/core/hub/hubName.ts';
import { runForecast } from '../../src/core/runs/runForecast.ts';
import { runFileOf } from '../../src/core/runs/runFile.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import { createFolderShelf } from './folderShelf.ts';
import { configJob, type Job } from './job.ts';
import {
  everyMs,
  forgetKept,
  isKept,
  keptFolder,
  readKept,
  refuseUnfinished,
  runId,
} from './kept.ts';
import type { OwnData } from './loadDesk.ts';
import { forecastLines } from './forecastLines.ts';
import { readDesk, readPreset } from './readDesk.ts';
import { checkOutput, checkRoom, writeWhole } from './output.ts';
import { replayJob } from './replay.ts';
import { resumeJob } from './resume.ts';
import { runInPage } from './runInPage.ts';
import { endLine } from './endLine.ts';
import { tellFits } from './tellFits.ts';
import { tellProgress } from './tellProgress.ts';
import { createInterruption } from './interruption.ts';
import { type MixdeskPage, openMixdesk, unwrap } from './mixdeskPage.ts';
import { parseOptions, usage, type CliOptions } from './options.ts';
import { createProgress, type Progress } from './progress.ts';
import { shelfServer } from './shelfServer.ts';
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
  const { out } = options;
  checkOutput(out);
  const job = await jobOf(options);
  if (!job.goesOn) await refuseUnfinished(out);
  const interruption = createInterruption();
  const progress = createProgress(() => performance.now());
  await ensureBuilt();
  const shelf = createFolderShelf(keptFolder(out));
  const site = await serveSite(projectRoot, [shelfServer(shelf, '/kept/')]);
  try {
    const desk = await openMixdesk(site.url, job.backend);
    progress.say(`${desk.engine.backend}: ${desk.engine.adapter}`);
    const loaded = await interruption.orStop(job.load(desk, progress));
    if (!loaded) return exitCodes.stopped;
    checkRoom(out, loaded.model.nParams);
    interruption.onStop(() => void desk.page.evaluate(() => window.mixdesk.stop()));
    const plan = await job.plan(desk, loaded);
    for (const line of forecastLines(
      runForecast({ ...desk, ...loaded, ...plan, model: loaded.model }),
      plan.settings,
    ))
      progress.say(line);
    await tellFits(desk, plan, progress);
    await drawOnce(desk, plan);
    const url = new URL('kept/', site.url).href;
    const record = await runInPage(
      desk,
      job.goesOn?.run ?? { runId, name: job.name, startedAt: new Date().toISOString(), plan },
      tellProgress(progress, plan),
      { url, everyMs, log: job.goesOn?.log ?? null },
    );
    writeWhole(out, `${JSON.stringify(runFileOf(record, loaded.tasks), null, 1)}\n`);
    progress.say(endLine(record, out));
    const verdict = job.verdict?.(record);
    if (verdict) progress.say(verdict.words);
    await desk.close();
    await letGo(record, out, progress);
    return exitCodeOf(record, verdict?.isFault ?? false);
  } finally {
    await site.close();
  }
}

/** A mixture that nothing can be drawn from is found before the base model is judged. */
async function drawOnce({ page }: MixdeskPage, { settings, channels }: RunPlan): Promise<void> {
  if (channels.length === 0) return;
  const drawn = await page.evaluate(
    ([asked, levels]) => window.mixdesk.api.previewBatch(asked, levels),
    [settings, channels] as const,
  );
  unwrap(drawn);
}

function exitCodeOf({ outcome, failedJudgings }: RunRecord, isFault: boolean): number {
  const end = outcome ?? 'failed';
  const hasFault = failedJudgings.length > 0 || isFault;
  return hasFault && end !== 'stopped' ? exitCodes.failed : exitCodes[end];
}

/** What is kept of a run that is over is not needed any more; of any other it is said how to go on. */
async function letGo({ outcome }: RunRecord, out: string, progress: Progress): Promise<void> {
  if (outcome === 'completed' || outcome === 'early') forgetKept(out);
  else if (await isKept(out)) progress.say(`npm run train -- --resume ${out} goes on with it`);
}

async function jobOf(options: CliOptions): Promise<Job> {
  const { from, model, set, metrics, tasks, mapping, hub, backend } = options;
  const ownData = tasks
    .flatMap((path) => ownDataAt(path, hub))
    .map((one) => ({ ...one, ...(mapping && { mapping }) }));
  switch (from.kind) {
    case 'resume':
      return resumeJob(await readKept(from.path), backend, ownData, hub);
    case 'replay':
      return replayJob(from.path, backend, ownData, hub);
    case 'config':
      return configJob(readConfig(from.path, model, set, metrics), backend, ownData);
    case 'preset':
    case 'desk': {
      const desk = from.kind === 'preset' ? readPreset(from.path) : readDesk(from.path);
      const settings = { ...desk.settings, ...parseSetOptions(set) };
      const setup = { ...desk, model: model ?? desk.model, settings };
      return deskJob(
        setup,
        backend,
        [...ownData, ...hubDataOf(desk, hub)],
        metricsByTask('--metric', metrics),
      );
    }
  }
}

/** The file, all files of the folder under their path in it, or what is neither and a name on a hub. */
function ownDataAt(path: string, hub: string): OwnData[] {
  if (!existsSync(path) && parseHubName(path)) return [{ hub: path, endpoint: hub }];
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

/** What the desk takes from a hub by itself. */
function hubDataOf({ tasks }: DeskSetup, endpoint: string): OwnData[] {
  return tasks.flatMap(({ hub }) => (hub === undefined ? [] : [{ hub, endpoint }]));
}

/** With its folder, which tells two files of one name apart. */
function fileNameOf(path: string): string {
  return join(basename(dirname(resolve(path))), basename(path));
}
