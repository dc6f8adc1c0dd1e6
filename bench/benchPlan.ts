import { isNative, nativeEngineNames, pageEngineNames } from './benchEngine.ts';
import type { BenchBackend, EngineName, Precision } from './benchEngine.ts';
import type { ShapeName } from './shapes.ts';

export interface BenchPlan {
  readonly shapes: readonly ShapeName[];
  readonly backends: readonly BenchBackend[];
  readonly engines: readonly EngineName[];
  readonly precision: Precision;
  readonly rounds: number;
  /** Timed for each engine in each round. */
  readonly seconds: number;
  /** Steps before the losses are compared; 0 leaves the comparison out. */
  readonly paritySteps: number;
  /** Sizes at which losses are compared, or each shape's own. */
  readonly parityShape: ShapeName | 'own';
  /** A job that takes longer is given up, seconds. */
  readonly jobLimit: number;
}

export const defaultPlan: BenchPlan = {
  shapes: ['A', 'B'],
  backends: ['wasm'],
  engines: [...pageEngineNames, ...nativeEngineNames],
  precision: 'fp32',
  rounds: 5,
  seconds: 4,
  paritySteps: 50,
  parityShape: 'own',
  jobLimit: 240,
};

const gpuOnly: readonly EngineName[] = ['nanogpt', 'webgpu-llm'];

/** nanogpt and webgpu-llm train on WebGPU only; native engines stand beside WASM, on the same cores. */
export function canRun(engine: EngineName, backend: BenchBackend, precision: Precision): boolean {
  if (backend === 'wasm') return !gpuOnly.includes(engine) && precision === 'fp32';
  if (isNative(engine)) return false;
  return precision === 'fp32' || engine === 'mixdesk' || gpuOnly.includes(engine);
}
