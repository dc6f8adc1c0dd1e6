import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import {
  applyEvents,
  createRunRecord,
  type NewRun,
  type RunRecord,
} from '../../src/core/runs/record.ts';
import type { MixdeskPage } from './mixdeskPage.ts';

/**
 * Runs a plan in the page, once a page, and folds its events here. Whatever fails, the page's end
 * included, the record holds what there was until then.
 */
export async function runInPage(
  { page }: MixdeskPage,
  run: NewRun,
  onEvent: (event: TrainEvent) => void = () => undefined,
): Promise<RunRecord> {
  const { runId, plan } = run;
  let record = createRunRecord(run);
  const receive = (events: readonly TrainEvent[]): void => {
    record = applyEvents(record, events);
    events.forEach(onEvent);
  };
  try {
    await page.exposeFunction('receiveEvents', receive);
    await page.evaluate(
      (request) => {
        type Receive = (events: readonly TrainEvent[]) => Promise<void>;
        const { receiveEvents } = window as unknown as { receiveEvents: Receive };
        return window.mixdesk.run(request, receiveEvents);
      },
      { runId, plan },
    );
  } catch (error) {
    const step = record.steps.at(-1)?.step ?? 0;
    receive([{ type: 'failed', runId, step, error: toErrorInfo(error) }]);
  }
  return record;
}
