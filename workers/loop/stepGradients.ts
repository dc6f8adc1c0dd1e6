import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { DeviceBatch } from '../batch/batchMemory.ts';
import { lossTasks } from '../batch/batchWords.ts';
import type { GradientGroups } from '../gradients/gradientPolicy.ts';
import { createArena } from '../memory/arena.ts';
import { computeGradients } from './gradients.ts';
import type { Pass } from './gradients.ts';
import type { Method } from './method.ts';
import type { TrainState } from './trainState.ts';

/** The gradient of a step into `state.grads`, as the method makes it. `device` is the batch there. */
export function stepGradients(
  { lossOf, groups }: Method,
  state: TrainState,
  batch: Batch,
  device: DeviceBatch,
): Pass {
  return groups
    ? combined({ lossOf, groups }, state, batch, device)
    : computeGradients(lossOf, state, device);
}

/** A pass for each group, its gradient set aside; then the policy's rule over all of them. */
function combined(
  { lossOf, groups }: Pick<Method, 'lossOf'> & { readonly groups: GradientGroups },
  state: TrainState,
  batch: Batch,
  device: DeviceBatch,
): Pass {
  const passes = groups.groups(lossTasks(batch)).map((group, g): Pass => {
    const pass = computeGradients(lossOf, state, device, weightsOf(device, group));
    const aside = (state.groupGrads[g] ??= createArena(new Float32Array(state.grads.flat.size)));
    aside.assign(state.grads.flat);
    return pass;
  });
  const measured = groups.combine(state.groupGrads.slice(0, passes.length), state.grads);
  const sums = passes.flatMap(({ readings }) => readings ?? []);
  const own = sums.length > 0 ? [tf.addN<tf.Tensor1D>(sums)] : [];
  tf.dispose(sums);
  const readings = [...own, ...(measured ? [measured] : [])];
  return {
    losses: passes[0]!.losses,
    ...(readings.length > 0 && { readings: tf.keep(tf.concat1d(readings)) }),
  };
}

/** The batch's weights where a position is of one of these tasks, 0 elsewhere: [M]. */
function weightsOf({ weights, taskIds }: DeviceBatch, group: readonly number[]): tf.Tensor1D {
  const isIn = group.map((task) => tf.cast(tf.equal(taskIds, task), 'float32'));
  return tf.mul(weights, tf.addN<tf.Tensor1D>(isIn as tf.Tensor1D[]));
}
