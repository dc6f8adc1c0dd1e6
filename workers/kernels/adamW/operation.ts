import * as tf from '@tensorflow/tfjs-core';
import { createArena } from '../../memory/arena.ts';
import { random, randomWords } from '../checkInputs.ts';
import { gradNorm } from '../gradNorm/gradNorm.ts';
import type { Operation } from '../operation.ts';
import { adamW } from './adamW.ts';
import { registerAdamWWasm } from './wasm.ts';
import { registerAdamWWebgpu } from './webgpu.ts';

export const adamWOperation: Operation = {
  kernels: {
    AdamW: {
      inputs: 'params, mean, square, grads, decays [P], norm [1]',
      gives: 'all parameters, in place; nothing when the norm is not finite',
    },
  },
  webgpu: registerAdamWWebgpu,
  wasm: registerAdamWWasm,
  check,
};

function check(): tf.Tensor[] {
  const size = 130;
  const arenaOf = (name: string) => createArena(randomWords(name, size));
  const state = {
    params: arenaOf('params'),
    mean: arenaOf('mean'),
    square: createArena(new Float32Array(size)),
  };
  const grads = random<tf.Rank.R1>('grads', [size]);
  const inputs = { grads, decays: tf.ones<tf.Rank.R1>([size]), norm: gradNorm(grads) };
  const rates = { learningRate: 0.01, weightDecay: 0.1, beta1: 0.9, beta2: 0.95, epsilon: 1e-8 };
  adamW(state, inputs, { step: 3, ...rates, maxGradNorm: 1, gradScale: 1 });
  const arenas = Object.values(state);
  const results = arenas.map(({ flat }) => tf.add(flat, tf.zerosLike(flat)));
  for (const arena of arenas) arena.dispose();
  return results;
}
