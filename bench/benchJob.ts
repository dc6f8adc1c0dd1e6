import type { BenchBackend, BenchSetup, EngineName } from './benchEngine.ts';
import type { GpuCounts } from './gpuCounters.ts';
import type { KernelTime } from './gpuTimes.ts';
import type { ForwardTimes } from './timedModel.ts';

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
  | { readonly kind: 'products'; readonly backend: BenchBackend }
  | { readonly kind: 'answers'; readonly backend: BenchBackend; readonly siteUrl: string }
  | {
      readonly kind: 'evaluations';
      readonly siteUrl: string;
      readonly preset: string;
      /** Those of the preset if left out. */
      readonly trainTokens?: number | undefined;
    }
  | {
      readonly kind: 'mixture';
      readonly backend: BenchBackend;
      readonly siteUrl: string;
      readonly nBatches: number;
    }
  | {
      readonly kind: 'desk';
      readonly backend: BenchBackend;
      readonly siteUrl: string;
      readonly nTasks: number;
      readonly seconds: number;
    };

export interface Speed {
  readonly tokensPerSecond: number;
  readonly steps: number;
  /** From the worker's start of the engine to the end of its first step, ms. */
  readonly firstStepMs: number;
  /** Of one step whose loss is read, in the steady state. */
  readonly counts: GpuCounts;
  /** Of one step; null without timestamp queries. */
  readonly kernelTimes: readonly KernelTime[] | null;
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

/** Of our engine with `mini`. */
export interface Answers {
  /** Tokens per second of one question. */
  readonly oneStream: number;
  /** Tokens per second of 64 questions at once, together. */
  readonly streams64: number;
  /** Test instances, each judged by its loss and by its answer in words. */
  readonly instancesPerSecond: number;
}

/** One evaluation of a run; its times in ms. */
export interface EvaluationCost extends ForwardTimes {
  readonly step: number;
  readonly answers: number;
  /** All of it: the forward passes and what lies between them. */
  readonly ms: number;
}

/** One checkpoint of a run: how long the run waited for it, and how large all that is kept then was. */
export interface CheckpointCost {
  readonly ms: number;
  readonly bytes: number;
}

/** A whole run with its evaluations, kept on its way. */
export interface EvaluationCosts {
  readonly ms: number;
  readonly trainTokens: number;
  readonly evaluations: readonly EvaluationCost[];
  readonly checkpoints: readonly CheckpointCost[];
}

/** Whole training steps with this many tasks on the desk. */
export interface Desk {
  readonly msPerStep: number;
  readonly steps: number;
}

/** `mini` once over the first batches of the default mixture. */
export interface MixturePass {
  readonly seconds: number;
  /** Mean loss of the first of all steps, from the shipped weights, nats. */
  readonly firstLoss: number;
  /** Of the last step, nats. */
  readonly lastLoss: number;
  /** Positions computed, padding included. */
  readonly tokens: number;
}

export interface ResultOf {
  readonly speed: Speed;
  readonly parity: Parity;
  readonly products: Products;
  readonly answers: Answers;
  readonly desk: Desk;
  readonly evaluations: EvaluationCosts;
  readonly mixture: MixturePass;
}
export type BenchReply<K extends keyof ResultOf = keyof ResultOf> =
  | { readonly ok: true; readonly value: ResultOf[K] }
  | { readonly ok: false; readonly error: string };
