import type { Checkpoint } from '../../src/core/checkpoints/checkpoint.ts';
import { AppError } from '../../src/core/errors.ts';
import type { RunPlan } from '../../src/core/protocol/index.ts';
import { createAdapters } from '../model/adapters.ts';
import { copyWeights, type Model, weightsOf } from '../model/model.ts';
import { randomWeights } from '../model/randomWeights.ts';
import type { ModelWeights, Trainable } from '../model/weights.ts';
import type { Session } from './session.ts';

/**
 * A copy of the weights to start from, adapters on them, or weights that know nothing yet.
 * @param opensEmbeddings whether rows of the embeddings are trained beside adapters
 */
export function trainableOf(
  session: Session,
  model: Model,
  plan: RunPlan,
  opensEmbeddings: boolean,
): Trainable | Promise<Trainable> {
  const { startFrom, settings } = plan;
  const { loraRank, seed } = settings;
  if (startFrom.kind === 'random') {
    if (loraRank === 0) return randomWeights(model, seed);
    throw new AppError('bad-setting', 'adaptersOnRandom', { loraRank });
  }
  const from = frozenOf(session, plan) ?? startOf(session, plan);
  return loraRank > 0
    ? createAdapters(model, from, loraRank, seed, opensEmbeddings)
    : copyWeights(model, from);
}

const startOf = (session: Session, { startFrom }: RunPlan): ModelWeights =>
  startFrom.kind === 'run' ? session.leftBy(startFrom.runId) : session.weightsOf('base');

/** What adapters lie on, where that is not the loaded model but what an earlier run has left. */
export const frozenOf = (
  session: Session,
  { startFrom, settings }: RunPlan,
): ModelWeights | null =>
  startFrom.kind === 'run' && settings.loraRank > 0 ? session.leftBy(startFrom.runId) : null;

/** The same as a checkpoint has it. */
export async function trainableFrom(
  session: Session,
  model: Model,
  plan: RunPlan,
  opensEmbeddings: boolean,
  { blocks: { params, frozen } }: Checkpoint,
): Promise<Trainable> {
  if (plan.settings.loraRank === 0) return weightsOf(model, params!);
  if (frozen && plan.startFrom.kind === 'run') session.putBack(plan.startFrom.runId, frozen);
  const adapters = await trainableOf(session, model, plan, opensEmbeddings);
  adapters.arena.write(params!);
  return adapters;
}
