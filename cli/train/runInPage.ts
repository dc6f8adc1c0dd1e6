import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import {
  applyEvents,
  createRunRecord,
  type NewRun,
  type RunRecord,
} from '../../src/core/runs/record.ts';
import type { MixdeskPage } from './mixdeskPage.ts';

/** Where a run is kept on its way. */
interface KeptInPage {
  /** Where its files go, with a slash at its end. */
  readonly url: string;
  readonly everyMs: number;
  /** Of a run that goes on, all that had happened to it. */
  readonly log: readonly TrainEvent[] | null;
}

/**
 * Runs a plan in the page, once a page, and folds its events here. Whatever fails, the page's end
 * included, the record holds what there was until then.
 */
export async function runInPage(
  { page }: MixdeskPage,
  run: NewRun,
  onEvent: (event: TrainEvent) => void = () => undefined,
  kept: KeptInPage | null = null,
): Promise<RunRecord> {
  const { runId, plan, name, startedAt } = run;
  let record = applyEvents(createRunRecord(run), kept?.log ?? []);
  const receive = (events: readonly TrainEvent[]): void => {
    record = applyEvents(record, events);
    events.forEach(onEvent);
  };
  try {
    await page.exposeFunction('receiveEvents', receive);
    if (kept) await page.evaluate((url) => window.mixdesk.api.keepAt(url), kept.url);
    const keeping = kept && { keeping: { name, startedAt, everyMs: kept.everyMs, log: [] } };
    await page.evaluate(
      (request) => {
        type Receive = (events: readonly TrainEvent[]) => Promise<void>;
        const { receiveEvents } = window as unknown as { receiveEvents: Receive };
        return window.mixdesk.run(request, receiveEvents);
      },
      { runId, plan, ...keeping, ...(kept?.log && { resumes: true }) },
    );
  } catch (error) {
    const step = record.steps.at(-1)?.step ?? 0;
    receive([{ type: 'failed', runId, step, error: toErrorInfo(error) }]);
  }
  return record;
}
