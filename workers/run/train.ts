import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainRequest } from '../../src/core/protocol.ts';
import { trainLoop } from '../loop/trainLoop.ts';
import type { TrainContext } from '../loop/trainLoop.ts';
import { initialState } from '../loop/trainState.ts';
import { checkMemory } from './checkMemory.ts';
import type { Outbox } from './outbox.ts';
import { createRun } from './run.ts';
import type { Session } from './session.ts';

/**
 * One run from beginning to end; its weights stay as the session's tuned ones, also after a stop or
 * a failure.
 * @throws AppError after a 'failed' event, or before the first event when the run cannot start.
 */
export async function train(
  session: Session,
  request: TrainRequest,
  outbox: Outbox,
): Promise<null> {
  const loaded = session.needModel();
  const engine = session.needEngine();
  session.needIdle();
  if (engine.backend === 'wasm') checkMemory(request.settings, loaded.model.config);
  const run = createRun(request, session.tasks, loaded.tokenizer, outbox);
  const state = initialState(loaded.model, session.weightsOf(request.startFrom));
  const context: TrainContext = { run, engine, loaded, lock: session.lock, state };
  session.startRun(context);
  try {
    await trainLoop(context);
    return null;
  } catch (error) {
    const { runId, step } = run;
    outbox.push({ type: 'failed', runId, step, error: toErrorInfo(error) });
    throw error;
  } finally {
    session.endRun();
    await outbox.drain();
  }
}
