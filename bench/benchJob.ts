import type { BenchBackend, BenchSetup, EngineName } from './benchEngine.ts';
import type { GpuCounts } from './gpuCounters.ts';

/** What one fresh worker does before it is ended. */
export type BenchJob =
  | {
      readonly kind: 'speed';
      readonly engine: EngineName;
      readonly setup: BenchSetup;
      /** Timed for this long, two steps at least. */
      readonly seconds: number;
    }
  | {
      readonly kind: 'parity';
      readonly engine: EngineName;
      readonly setup: BenchSetup;
      readonly steps: number;
    }
  | { readonly kind: 'products'; readonly backend: BenchBackend };

export interface Speed {
  readonly tokensPerSecond: number;
  readonly steps: number;
  /** From the worker's start of the engine to the end of its first step, ms. */
  readonly firstStepMs: number;
  /** Of one step whose loss is read, in the steady state. */
  readonly counts: GpuCounts;
  readonly peakBytes: number | null;
  readonly nParams: number;
  readonly notes: readonly string[];
  /** Mean loss after the last timed step, nats: not finite means that the engine broke. */
  readonly loss: number;
}

export interface Parity {
  /** Mean of the last five losses, nats. */
  readonly loss: number;
  readonly steps: number;
}

export interface Products {
  /** The best of the products tried, FLOP/s. */
  readonly flops: number;
  readonly adapter: string;
}

export interface ResultOf {
  readonly speed: Speed;
  readonly parity: Parity;
  readonly products: Products;
}
export type BenchReply<K extends keyof ResultOf = keyof ResultOf> =
  | { readonly ok: true; readonly value: ResultOf[K] }
  | { readonly ok: false; readonly error: string };
