import type { BenchBatch } from './learnableStream.ts';
import type { Shape } from './shapes.ts';

/** Engines that run in the page. */
export const pageEngineNames = ['mixdesk', 'tfjs', 'nanogpt', 'jax-js', 'webgpu-llm'] as const;
export type PageEngineName = (typeof pageEngineNames)[number];

/** Outside the browser, where the command line drives the page: PyTorch on one thread and on two. */
export const nativeEngineNames = ['pytorch-1', 'pytorch-2'] as const;
export type NativeEngineName = (typeof nativeEngineNames)[number];

export type EngineName = PageEngineName | NativeEngineName;

export const isNative = (engine: EngineName): engine is NativeEngineName =>
  (nativeEngineNames as readonly EngineName[]).includes(engine);
export type BenchBackend = 'webgpu' | 'wasm';
export type Precision = 'fp32' | 'fp16';

/** AdamW of every engine; the gradient is not clipped. */
export const adamW = {
  learningRate: 3e-3,
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  weightDecay: 0.1,
} as const;

export interface BenchSetup {
  readonly shape: Shape;
  readonly backend: BenchBackend;
  readonly precision: Precision;
  readonly seed: number;
}

/** One engine with a model and an optimizer, ready to step. */
export interface BenchEngine {
  /** Of the model: engines with an architecture of their own differ by a few percent. */
  readonly nParams: number;
  /** What the engine says about itself: threads, precision, what it fell back to. */
  readonly notes: readonly string[];
  /**
   * One step of training. With `readsLoss` it settles when the step is done and gives the mean loss
   * in nats; else it may settle as soon as the step is on its way, with null.
   */
  step(batch: BenchBatch, readsLoss: boolean): Promise<number | null>;
  dispose(): void;
}

export type CreateEngine = (setup: BenchSetup) => Promise<BenchEngine>;
