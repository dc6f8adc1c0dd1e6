import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import type { AdamWInputs, AdamWState, AdamWStep } from './adamWStep.ts';
import { adamWReference } from './reference.ts';

/**
 * One step of AdamW (Loshchilov & Hutter 2019, algorithm 2, with the schedule inside the learning
 * rate as PyTorch has it) behind clipping by the global norm (Pascanu et al. 2013, section 3.2), on
 * all parameters at once. Where the norm is not finite, nothing changes: a step that has blown up
 * leaves the last good weights.
 */
export function adamW(state: AdamWState, inputs: AdamWInputs, step: AdamWStep): void {
  tf.tidy(() => {
    if (!usesKernel('AdamW')) adamWReference(state, inputs, step);
    else {
      runKernel('AdamW', { ...flatOf(state), ...inputs }, step);
      state.params.changed();
    }
  });
}

const flatOf = ({ params, mean, square }: AdamWState): tf.NamedTensorMap => ({
  params: params.flat,
  mean: mean.flat,
  square: square.flat,
});
