import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainRequest } from '../../src/core/protocol/index.ts';
import type { Outbox } from '../loop/outbox.ts';
import { trainLoop } from '../loop/trainLoop.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import type { Session } from './session.ts';
import { setUp } from './setUp.ts';

/**
 * One run from beginning to end, or from where it is kept; its weights stay as the session's tuned ones, also after a
 * stop or a failure.
 * @throws AppError after a 'failed' event, or before the first event when the run cannot start.
 */
export async function train(
  session: Session,
  request: TrainRequest,
  outbox: Outbox,
): Promise<null> {
  const gate = session.beginRun();
  try {
    const context = await setUp(session, request, { outbox, gate });
    session.startRun(context);
    await loopWith(context);
    return null;
  } finally {
    await session.endRun();
    await outbox.drain();
  }
}

async function loopWith(context: TrainContext): Promise<void> {
  try {
    await trainLoop(context);
  } catch (error) {
    const { runId, step, outbox } = context.run;
    outbox.push({ type: 'failed', runId, step, error: toErrorInfo(error) });
    throw error;
  } finally {
    context.keeper?.close();
  }
}
