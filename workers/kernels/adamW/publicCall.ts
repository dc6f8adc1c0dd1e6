import * as tf from '@tensorflow/tfjs-core';
import { createArena } from '../../memory/arena.ts';
import type { PublicCall } from '../publicCall.ts';
import { adamW as run } from './adamW.ts';
import type { AdamWStep } from './adamWStep.ts';

/** In arenas of its own, which it changes; gives parameters, mean and square. */
export const adamW: PublicCall = (attrs, given) => (t) => {
  const arenaOf = (name: string) => createArena(given[name]!.values as Float32Array);
  const state = { params: arenaOf('params'), mean: arenaOf('mean'), square: arenaOf('square') };
  const { grads, decays, norm } = t as Record<string, tf.Tensor1D>;
  run(state, { grads: grads!, decays: decays!, norm: norm! }, attrs as unknown as AdamWStep);
  const arenas = Object.values(state);
  const joined = tf.concat(arenas.map((arena) => arena.flat));
  for (const arena of arenas) arena.dispose();
  return joined;
};
