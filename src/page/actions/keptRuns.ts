import type { RunId } from '../../core/protocol/index.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** What earlier visits have left; without a database there is nothing. */
export async function loadRuns({ runs }: App): Promise<void> {
  await runs.load().catch(() => undefined);
}

/** Looks at a run, whenever it was trained. */
export async function lookAtRun({ runs, notices }: App, runId: RunId): Promise<boolean> {
  try {
    await runs.openEarlier(runId);
    return true;
  } catch {
    notices.failed(t.runs.notOpened, t.runs.notOpenedHelp);
    return false;
  }
}

/** Asks, then deletes these runs. @returns whether they are gone */
export async function removeRuns(
  { runs, question, notices, engine, checkpoints }: App,
  gone: readonly { readonly runId: RunId; readonly name: string }[],
): Promise<boolean> {
  if (!(await question.ask(t.runs.removeQuestion(gone.map(({ name }) => name))))) return false;
  try {
    const runIds = gone.map(({ runId }) => runId);
    await runs.remove(runIds);
    await engine.api?.forgetRuns(runIds);
    checkpoints.runs = checkpoints.runs.filter(({ runId }) => !runIds.includes(runId));
    return true;
  } catch {
    notices.failed(t.runs.notRemoved, t.runs.notOpenedHelp);
    return false;
  }
}

export async function renameRun({ runs, notices }: App, runId: RunId, name: string): Promise<void> {
  await runs.rename(runId, name).catch(() => {
    notices.failed(t.runs.notRenamed, t.runs.notOpenedHelp);
  });
}
