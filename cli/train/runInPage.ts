import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import {
  applyEvents,
  createRunRecord,
  type NewRun,
  type RunRecord,
} from '../../src/core/runs/record.ts';
import { unwrap, type MixdeskPage } from './mixdeskPage.ts';

/** A run as it is asked for here: the page makes the plan, since it has loaded what the plan names. */
export interface OrderedRun extends Pick<NewRun, 'runId' | 'name' | 'startedAt'> {
  readonly order: RunOrder;
}

/**
 * Runs an order in the page, once a page, and folds its events here. Whatever fails, the page's end
 * included, the record holds what there was until then.
 */
export async function runInPage(
  { page }: MixdeskPage,
  { order, ...named }: OrderedRun,
  onEvent: (event: TrainEvent) => void = () => undefined,
): Promise<RunRecord> {
  const plan = unwrap(await page.evaluate((asked) => window.mixdesk.plan(asked), order));
  let record = createRunRecord({ ...named, plan });
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
      { runId: named.runId, plan },
    );
  } catch (error) {
    const step = record.steps.at(-1)?.step ?? 0;
    receive([{ type: 'failed', runId: named.runId, step, error: toErrorInfo(error) }]);
  }
  return record;
}
