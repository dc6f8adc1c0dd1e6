import type { RunRecord } from '../../src/core/runs/record.ts';
import type { StudyRun } from '../../src/core/studies/study.ts';
import { openMixdesk, planInPage, unwrap, type MixdeskPage } from '../train/mixdeskPage.ts';
import { runInPage } from '../train/runInPage.ts';
import { ownFileText } from './ownFileText.ts';
import { told } from '../told.ts';

type Run = Omit<StudyRun<unknown>, 'keep'>;

/** Runs in a browser of its own, on WASM; throws when anything fails, since half a run answers nothing. */
export async function trainOnce(siteUrl: string, run: Run): Promise<RunRecord> {
  const desk = await openMixdesk(siteUrl, 'wasm');
  try {
    await load(desk, run);
    const { name, order } = run;
    const startedAt = new Date().toISOString();
    const plan = await planInPage(desk, order);
    const record = await runInPage(desk, { runId: 'study', name, startedAt, plan });
    const error = record.error ?? record.failedJudgings[0]?.error;
    if (error) throw new Error(`${name}: ${told(error)}`);
    return record;
  } finally {
    await desk.close();
  }
}

/** The model and every task that the order names. */
async function load({ page }: MixdeskPage, { model, order, ownFiles }: Run): Promise<void> {
  unwrap(await page.evaluate((name) => window.mixdesk.loadModel(name), model));
  for (const [id, maker] of Object.entries(ownFiles)) {
    const file = [`${id}.json`, ownFileText(maker)] as const;
    const loadFile = ([name, text]: typeof file) => window.mixdesk.loadFile(name, new Blob([text]));
    unwrap(await page.evaluate(loadFile, file));
  }
  const named = new Set([
    ...order.channels.map(({ taskId }) => taskId),
    ...order.judge.flatMap(({ taskIds }) => taskIds),
  ]);
  for (const id of [...named].filter((one) => !(one in ownFiles)))
    unwrap(await page.evaluate((taskId) => window.mixdesk.loadBuiltIn(taskId), id));
}
