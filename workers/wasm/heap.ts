import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import type { OutAttrs } from '../memory/gradientPlaces.ts';
import { foundExport } from './kernelModule.ts';
import type { JobName, KernelExports, ScratchName } from './kernelModule.ts';
import type { ThreadPool } from './threadPool.ts';

/** A float among a job's parameters; bare numbers are integers or addresses. */
export interface Float {
  readonly float: number;
}
export const float = (value: number): Float => ({ float: value });

/** Emscripten's allocator, and what tfjs-WASM's typings leave out. */
interface NativeModule {
  _malloc(bytes: number): number;
  _free(address: number): void;
}

const paramWords = 32;

/** TensorFlow.js's WASM heap as our kernels see it: addresses, outputs, scratch memory, jobs. */
export class Heap {
  private readonly native: NativeModule;
  private readonly params: number;
  private scratch = { base: 0, size: 0 };
  private panels = { base: 0, size: 0 };

  constructor(
    private readonly backend: BackendWasm,
    private readonly memory: WebAssembly.Memory,
    private readonly kernels: KernelExports,
    readonly pool: ThreadPool,
  ) {
    this.native = backend.wasm as unknown as NativeModule;
    this.params = this.allocate(4 * paramWords);
    this.needScratch(64 * 1024);
  }

  /** Where a tensor's values begin; 0 for none. */
  address(tensor: TensorInfo | undefined): number {
    return tensor ? this.backend.getMemoryOffset(tensor.dataId) : 0;
  }

  output(shape: number[], dtype: 'float32' | 'int32' = 'float32'): TensorInfo {
    return this.backend.makeOutput(shape, dtype);
  }

  /** A new output, or the one that the caller gave: then it is one reference more. */
  outputInto(shape: number[], { out }: OutAttrs): TensorInfo {
    if (!out) return this.output(shape);
    this.backend.incRef(out.dataId);
    return { dataId: out.dataId, shape, dtype: 'float32' };
  }

  free(tensor: TensorInfo): void {
    this.backend.disposeData(tensor.dataId);
  }

  /** One more reference to the same data. */
  same(tensor: TensorInfo): TensorInfo {
    this.backend.incRef(tensor.dataId);
    return { dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype };
  }

  /** A value of a tensor of one element. */
  scalar(tensor: TensorInfo): number {
    return new Float32Array(this.memory.buffer, this.address(tensor), 1)[0]!;
  }

  /** Runs a job over all its chunks. */
  run(name: JobName, nChunks: number, params: readonly (number | Float)[]): void {
    const { buffer } = this.memory;
    const words = new Int32Array(buffer, this.params, paramWords);
    const floats = new Float32Array(buffer, this.params, paramWords);
    params.forEach((param, i) => {
      if (typeof param === 'number') words[i] = param;
      else floats[i] = param.float;
    });
    this.pool.run(name, nChunks, this.params);
  }

  /** Bytes of scratch that a thread needs for these sizes, as the kernel itself counts them. */
  scratchBytes(name: ScratchName, ...sizes: number[]): number {
    return foundExport(this.kernels[name], name)(...sizes);
  }

  /** At least so many bytes of scratch for every thread. */
  needScratch(bytes: number): void {
    if (bytes <= this.scratch.size) return;
    const size = Math.ceil(bytes / 4096) * 4096 + 64; // 64: threads' blocks in different cache sets
    if (this.scratch.base) this.native._free(this.scratch.base);
    this.scratch = { base: this.allocate(size * this.pool.nThreads), size };
    this.pool.setScratch(this.scratch.base, size);
  }

  /** The one block for packed operands: valid until the next call. */
  panelMemory(bytes: number): number {
    if (bytes > this.panels.size) {
      if (this.panels.base) this.native._free(this.panels.base);
      this.panels = { base: this.allocate(bytes), size: bytes };
    }
    return this.panels.base;
  }

  private allocate(bytes: number): number {
    const address = this.native._malloc(bytes) >>> 0;
    if (address === 0) throw new Error(`WASM kernels: no room for ${bytes} bytes`);
    return address;
  }
}
