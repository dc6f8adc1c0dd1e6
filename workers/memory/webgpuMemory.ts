import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { internalsOf } from './backendInternals.ts';
import type { BackendInternals } from './backendInternals.ts';
import { bytesOf, sizeOf } from './memory.ts';
import type { Memory } from './memory.ts';

const internals = (): BackendInternals => internalsOf(tf.backend() as WebGPUBackend);

function bufferOf(tensor: tf.Tensor): GPUBuffer {
  internals().uploadToGPU(tensor.dataId);
  return internals().tensorMap.get(tensor.dataId).resource as GPUBuffer;
}

/** A view is a tensor whose resource is a part of the block's buffer. */
export const webgpuMemory: Memory = {
  place: (flat) => internals().uploadToGPU(flat.dataId),
  view(flat, offset, shape, dtype) {
    const resource = { buffer: bufferOf(flat), offset: 4 * offset, size: 4 * sizeOf(shape) };
    const dataId = { id: internals().nextDataId() };
    const data = { dtype, shape, values: null, refCount: 1, resource, external: true };
    internals().tensorMap.set(dataId, data);
    return { dataId, shape, dtype };
  },
  write(flat, words, offset) {
    const { queue, commandEncoder } = internals();
    // A write overtakes recorded work that has not been submitted.
    if (commandEncoder) {
      internals().endComputePassEncoder();
      internals().submitQueue();
    }
    queue.writeBuffer(bufferOf(flat), 4 * offset, bytesOf(words) as Uint8Array<ArrayBuffer>);
  },
  assign(flat, from) {
    const source = bufferOf(from);
    internals().ensureCommandEncoderReady();
    internals().endComputePassEncoder();
    internals().commandEncoder?.copyBufferToBuffer(source, 0, bufferOf(flat), 0, 4 * flat.size);
  },
  changed: () => undefined,
  detach: () => undefined,
};
