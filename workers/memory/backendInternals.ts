import type * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** What tfjs keeps about a tensor's data. */
export interface TensorData {
  values: ArrayLike<number> | null;
  readonly dtype: tf.DataType;
  readonly shape: readonly number[];
  /** A buffer of the pool, or a part of a buffer of ours (`external`). */
  resource: GPUBuffer | GPUBufferBinding | null;
  external?: boolean;
}

interface BufferPool {
  acquireBuffer(size: number, usage: GPUBufferUsageFlags): GPUBuffer;
  readonly freeBuffers: Map<string, GPUBuffer[]>;
}

/**
 * The fields of tfjs's WebGPU backend that its typings hide and that recording into its open compute
 * pass needs. Plain fields of version 4.22.0, which is why that version is pinned exactly.
 */
export interface BackendInternals {
  readonly device: GPUDevice;
  readonly queue: GPUQueue;
  readonly bufferManager: BufferPool;
  readonly tensorMap: {
    get(dataId: tf.DataId): TensorData;
    set(dataId: tf.DataId, data: TensorData & { refCount: number }): void;
  };
  readonly commandQueueOwnedIds: WeakSet<tf.DataId>;
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
  nextDataId(): number;
  uploadToGPU(dataId: tf.DataId): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  tensorToBinding(tensor: tf.TensorInfo): GPUBufferBinding;
}

const needed = ['bufferManager', 'tensorMap', 'commandQueueOwnedIds', 'tensorToBinding'] as const;

/** @throws Error when this is not the tfjs these fields were read from. */
export function internalsOf(backend: WebGPUBackend): BackendInternals {
  const internals = backend as unknown as BackendInternals;
  const missing = needed.filter((name) => internals[name] === undefined);
  if (missing.length === 0) return internals;
  throw new Error(
    `tfjs's WebGPU backend lacks ${missing.join(', ')}: our kernels need version 4.22.0 of it.`,
  );
}
