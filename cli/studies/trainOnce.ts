import type { ModelName } from '../../src/core/models.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import type { OwnFile } from '../train/loadDesk.ts';
import { openMixdesk, unwrap } from '../train/mixdeskPage.ts';
import { runInPage } from '../train/runInPage.ts';

/** One run of a study. */
export interface StudyRun {
  readonly name: string;
  readonly model: ModelName;
  readonly order: RunOrder;
  /** Tasks of the order that the site does not have. */
  readonly ownFiles?: readonly OwnFile[];
}

/** Runs in a browser of its own, on WASM; throws when anything fails, since half a run answers nothing. */
export async function trainOnce(siteUrl: string, run: StudyRun): Promise<RunRecord> {
  const { name, model, order, ownFiles = [] } = run;
  const desk = await openMixdesk(siteUrl, 'wasm');
  const { page } = desk;
  try {
    unwrap(await page.evaluate((asked) => window.mixdesk.loadModel(asked), model));
    const own = ownFiles.map(({ fileName }) => fileName.replace(/\.json$/, ''));
    const named = new Set([
      ...order.channels.map(({ taskId }) => taskId),
      ...order.judge.flatMap(({ taskIds }) => taskIds),
    ]);
    for (const id of [...named].filter((one) => !own.includes(one)))
      unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id));
    for (const file of ownFiles)
      unwrap(
        await page.evaluate(({ fileName, text }) => window.mixdesk.loadFile(fileName, text), file),
      );
    const startedAt = new Date().toISOString();
    const record = await runInPage(desk, { runId: 'study', name, startedAt, order });
    const error = record.error ?? record.failedJudgings[0]?.error;
    if (error) throw new Error(`${name}: ${error.message} ${error.hint}`);
    return record;
  } finally {
    await desk.close();
  }
}
