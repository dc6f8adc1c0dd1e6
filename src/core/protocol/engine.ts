import type { EngineNote } from '../engineNote.ts';
import type { Result } from '../errors.ts';
import type { ModelName } from '../models.ts';

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

export type Precision = 'fp32' | 'fp16';

/** What may be asked of the engine beside the backend; left out, it is measured at the start. */
export interface EngineFlags {
  /** 'fp32' keeps half precision off, 'fp16' takes it wherever the adapter offers it. */
  readonly precision?: Precision;
  /** False keeps subgroup operations off. */
  readonly subgroups?: boolean;
}

/** What an engine can hold, in bytes; null where nobody says. */
export interface EngineLimits {
  /** Of everything that it keeps at once. */
  readonly totalBytes: number | null;
  /** Of one block. */
  readonly bufferBytes: number | null;
  /** Of the whole device, as the browser tells it. */
  readonly deviceBytes: number | null;
}

export interface EngineInfo {
  readonly backend: BackendName;
  /** The adapter's own name for WebGPU, else what runs: "WASM SIMD, 2 threads". */
  readonly adapter: string;
  /** True when a WebGPU adapter is emulated on the CPU. */
  readonly isSoftware: boolean;
  /** Of the inputs of matrix products; sums are always in single precision. */
  readonly precision: Precision;
  /** Not in records from before they were kept. */
  readonly limits?: EngineLimits;
  /** Why this backend, and what was tried and failed before it; worded by key. */
  readonly notes: readonly EngineNote[];
}

/** What of two engines is not the same: the version of Mixdesk, or what decides the last bits of its numbers. */
export type EngineDifference = 'app' | 'backend' | 'adapter' | 'precision' | 'kernels';

export interface ModelInfo {
  readonly name: string;
  /** Of the file of its weights, lower-case hex. */
  readonly sha256: string;
  readonly nParams: number;
  readonly nLayers: number;
  readonly dModel: number;
  readonly nHeads: number;
  readonly vocabSize: number;
  readonly maxSeqLen: number;
  /** Numbers that training keeps for each token of a batch; not in records from before it was told. */
  readonly activationWords?: number;
}

export interface Download {
  readonly loadedBytes: number;
  readonly totalBytes: number;
}

/** Memory of the engine, for the leak check and the debug panel. */
export interface EngineMemory {
  readonly numTensors: number;
  readonly numBytes: number;
}

/** Backend and model. */
export interface EngineApi {
  /** Answers as soon as the thread is free: it lives. */
  beat(): Promise<Result<null>>;
  startEngine(backend: BackendName | 'auto', flags?: EngineFlags): Promise<Result<EngineInfo>>;
  loadModel(
    baseUrl: string,
    name: ModelName,
    onProgress: (download: Download) => void,
  ): Promise<Result<ModelInfo>>;
  memory(): Promise<Result<EngineMemory>>;
}
