import sharedUrl from './kernels-shared.wasm?url';
import plainUrl from './kernels.wasm?url';

/**
 * Jobs of the compiled module, numbered by their place here: a thread is told the number. Each one
 * does one chunk of an operation, whose parameters lie in a block of words.
 */
export const jobNames = [
  'packRowsJob',
  'packTransposedJob',
  'multiplyRowsJob',
  'gradWeightJob',
  'unpackHalfJob',
  'attentionJob',
  'attentionGradJob',
  'cachedAttentionJob',
  'fillCacheJob',
  'rmsNormJob',
  'rmsNormGradJob',
  'sumRowsJob',
  'swiGluJob',
  'swiGluGradJob',
  'crossEntropyJob',
  'crossEntropyGradJob',
  'taskSumsJob',
  'pickRowsJob',
  'embeddingGradJob',
  'ropeJob',
  'squareSumJob',
  'normJob',
  'adamWJob',
] as const;
export type JobName = (typeof jobNames)[number];

/** params: address of the job's words; scratch: address of memory that this thread alone uses. */
export type Job = (params: number, chunk: number, scratch: number) => void;

export interface KernelExports extends Record<JobName, Job> {
  /** Bytes of scratch that a thread needs for attention. */
  attentionScratch(seqLen: number, headDim: number): number;
}

/** Downloads and compiles the module for a heap that threads share, or for one of a single thread. */
export async function compileKernels(isShared: boolean): Promise<WebAssembly.Module> {
  const response = await fetch(isShared ? sharedUrl : plainUrl);
  if (!response.ok) throw new Error(`WASM kernels: ${response.status} for ${response.url}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The module at work on this memory. */
export async function instantiateKernels(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
): Promise<KernelExports> {
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  return instance.exports as unknown as KernelExports;
}
