import * as tf from '@tensorflow/tfjs-core';
import type { EngineInfo } from '../../src/core/protocol/index.ts';

/** Starts tfjs in plain JavaScript: always there, slow. */
export async function startCpu(): Promise<Omit<EngineInfo, 'notes'>> {
  await import('@tensorflow/tfjs-backend-cpu');
  if (!(await tf.setBackend('cpu'))) throw new Error('tfjs could not start its CPU backend');
  return { backend: 'cpu', adapter: 'JavaScript, 1 thread', isSoftware: false, precision: 'fp32' };
}
