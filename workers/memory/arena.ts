import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';

/** Views start at multiples of 64 words: WebGPU wants bindings at multiples of 256 bytes. */
export const arenaGrain = 64;

/** Length rounded up so that another view can follow. */
export const arenaSize = (length: number): number => Math.ceil(length / arenaGrain) * arenaGrain;

type Words = Float32Array | Int32Array;

/**
 * One block of device memory that lives as long as its owner: all parameters, all gradients, a
 * batch. Views are tensors inside it, without a copy; writing changes what they show.
 */
export interface Arena {
  /** The whole block as one vector: [length]. */
  readonly flat: tf.Tensor1D;
  /** A kept tensor over the words from `offset` (a multiple of 64); freed with the arena. */
  view(offset: number, shape: readonly number[], dtype?: 'float32' | 'int32'): tf.Tensor;
  /** Uploads words to `offset`, in front of all work not yet submitted. */
  write(words: Words, offset?: number): void;
  /** Copies a tensor of the same length over the whole block, on the device. */
  assign(from: tf.Tensor): void;
  /** To be called after a kernel has changed the block in place. */
  changed(): void;
  /** The words of the block. */
  read(): Promise<Float32Array>;
  dispose(): void;
}

/** An arena with these words (float32). */
export function createArena(words: Float32Array): Arena {
  const memory = memories[tf.getBackend() as keyof typeof memories] as Memory | undefined;
  if (!memory) throw new Error(`createArena: the ${tf.getBackend()} backend is not known here`);
  const flat = tf.keep(tf.tensor1d(words.slice(), 'float32'));
  memory.place(flat);
  const views: tf.Tensor[] = [];
  return {
    flat,
    view(offset, shape, dtype = 'float32') {
      checkView(flat, offset, shape);
      const info = memory.view(flat, offset, [...shape], dtype);
      const tensor = tf.keep(tf.engine().makeTensorFromTensorInfo(info));
      views.push(tensor);
      return tensor;
    },
    write(words, offset = 0) {
      memory.write(flat, words, offset);
      memory.changed(views);
    },
    assign(from) {
      memory.assign(flat, from);
      memory.changed(views);
    },
    changed: () => memory.changed(views),
    // A copy: what is read is cached with its tensor, and this block changes.
    read: async () => {
      const copy = tf.tidy(() => tf.add(flat, tf.zerosLike(flat)));
      const words = (await copy.data()) as Float32Array;
      copy.dispose();
      return words;
    },
    dispose() {
      for (const view of views.splice(0)) {
        memory.detach(view);
        view.dispose();
      }
      flat.dispose();
    },
  };
}

function checkView(flat: tf.Tensor1D, offset: number, shape: readonly number[]): void {
  const size = shape.reduce((product, length) => product * length, 1);
  if (offset % arenaGrain === 0 && offset + size <= flat.size) return;
  throw new Error(
    `arena: a view of [${shape.join(', ')}] at ${offset} does not fit into ${flat.size} words ` +
      `(offsets are multiples of ${arenaGrain})`,
  );
}

/** What differs between backends. */
interface Memory {
  place(flat: tf.Tensor1D): void;
  view(flat: tf.Tensor1D, offset: number, shape: number[], dtype: tf.DataType): tf.TensorInfo;
  write(flat: tf.Tensor1D, words: Words, offset: number): void;
  assign(flat: tf.Tensor1D, from: tf.Tensor): void;
  /** Drops what the backend has derived from the views. */
  changed(views: readonly tf.Tensor[]): void;
  /** Makes disposing the view leave the block alone. */
  detach(view: tf.Tensor): void;
}

const wasm = (): BackendWasm => tf.backend() as BackendWasm;
/** The backend's own note about a tensor, which its typings call private. */
const wasmEntry = (dataId: object): { id: number; memoryOffset: number } =>
  (
    wasm() as unknown as { dataIdMap: Map<object, { id: number; memoryOffset: number }> }
  ).dataIdMap.get(dataId)!;
const bytesOf = (words: Words): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

const wasmMemory: Memory = {
  place: () => undefined,
  view: (flat, offset, shape, dtype) =>
    wasm().makeOutput(shape, dtype, wasm().getMemoryOffset(flat.dataId) + 4 * offset),
  write(flat, words, offset) {
    const block = wasm().typedArrayFromHeap(flat);
    new Uint8Array(block.buffer, block.byteOffset + 4 * offset).set(bytesOf(words));
  },
  assign: (flat, from) => void wasm().typedArrayFromHeap(flat).set(wasm().typedArrayFromHeap(from)),
  // XNNPACK keeps a packed copy of a matrix under its tensor's id, until that id is disposed.
  changed(views) {
    const { tfjs } = wasm().wasm;
    for (const { dataId, size } of views) {
      const { id, memoryOffset } = wasmEntry(dataId);
      tfjs.disposeData(id);
      tfjs.registerTensor(id, size, memoryOffset);
    }
  },
  detach(view) {
    wasmEntry(view.dataId).memoryOffset = 0; // free(0) does nothing
  },
};

/** Parts of tfjs's WebGPU backend that its typings call private (4.22.0 is pinned). */
interface WebgpuInternals {
  readonly tensorMap: {
    get(id: object): { resource: GPUBuffer };
    set(id: object, data: object): void;
  };
  readonly queue: GPUQueue;
  readonly commandEncoder: GPUCommandEncoder | null;
  nextDataId(): number;
  uploadToGPU(id: object): void;
  submitQueue(): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
}
const webgpu = (): WebgpuInternals => tf.backend() as WebGPUBackend as unknown as WebgpuInternals;
const bufferOf = (tensor: tf.Tensor): GPUBuffer => {
  webgpu().uploadToGPU(tensor.dataId);
  return webgpu().tensorMap.get(tensor.dataId).resource;
};

function submitRecorded(): void {
  if (!webgpu().commandEncoder) return;
  webgpu().endComputePassEncoder();
  webgpu().submitQueue();
}

const webgpuMemory: Memory = {
  place: (flat) => webgpu().uploadToGPU(flat.dataId),
  view(flat, offset, shape, dtype) {
    const size = 4 * shape.reduce((product, length) => product * length, 1);
    const resource = { buffer: bufferOf(flat), offset: 4 * offset, size };
    const dataId = { id: webgpu().nextDataId() };
    webgpu().tensorMap.set(dataId, { dtype, shape, refCount: 1, resource, external: true });
    return { dataId, shape, dtype };
  },
  write(flat, words, offset) {
    // A write overtakes recorded work that has not been submitted.
    submitRecorded();
    webgpu().queue.writeBuffer(
      bufferOf(flat),
      4 * offset,
      bytesOf(words) as Uint8Array<ArrayBuffer>,
    );
  },
  assign(flat, from) {
    const source = bufferOf(from);
    webgpu().ensureCommandEncoderReady();
    webgpu().endComputePassEncoder();
    webgpu().commandEncoder?.copyBufferToBuffer(source, 0, bufferOf(flat), 0, 4 * flat.size);
  },
  changed: () => undefined,
  detach: () => undefined,
};

const cpuValues = (tensor: tf.Tensor): Words =>
  (tf.backend() as unknown as { data: { get(id: object): { values: Words } } }).data.get(
    tensor.dataId,
  ).values;

const cpuMemory: Memory = {
  place: () => undefined,
  view(flat, offset, shape, dtype) {
    const { buffer, byteOffset } = cpuValues(flat) as Float32Array<ArrayBuffer>;
    const size = shape.reduce((product, length) => product * length, 1);
    const Kind = dtype === 'int32' ? Int32Array : Float32Array;
    const dataId = tf
      .backend()
      .write(new Kind(buffer, byteOffset + 4 * offset, size), shape, dtype);
    return { dataId, shape, dtype };
  },
  write(flat, words, offset) {
    const { buffer, byteOffset } = cpuValues(flat);
    new Uint8Array(buffer, byteOffset + 4 * offset).set(bytesOf(words));
  },
  assign: (flat, from) => void cpuValues(flat).set(cpuValues(from)),
  changed: () => undefined,
  detach: () => undefined,
};

const memories = { wasm: wasmMemory, webgpu: webgpuMemory, cpu: cpuMemory };
