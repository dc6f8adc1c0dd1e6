import * as tf from '@tensorflow/tfjs-core';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { OutAttrs } from '../memory/gradientPlaces.ts';
import { internalsOf } from '../memory/backendInternals.ts';
import type { BackendInternals, TensorData } from '../memory/backendInternals.ts';
import { BindGroups } from './bindGroups.ts';
import { declarations, packUniforms } from './program.ts';
import type { Operand, Program } from './program.ts';
import { UniformSlots } from './uniformSlots.ts';
import type { Variants } from './variants.ts';

type KernelCall = Parameters<tf.KernelFunc>[0];

/**
 * Records our dispatches into the compute pass that tfjs holds open, so that order, batching and
 * disposal stay tfjs's. Unlike tfjs it creates nothing in the steady state: pipelines, bind groups
 * and uniforms are found again, and uploads go through the queue into buffers of the pool.
 */
export class Recorder {
  readonly device: GPUDevice;
  readonly #backend: WebGPUBackend;
  readonly #internals: BackendInternals;
  readonly #pipelines = new Map<string, GPUComputePipeline>();
  readonly #uniforms: UniformSlots;
  readonly #bindGroups: BindGroups;
  readonly #maxGroups: number;
  #variants: Variants;

  constructor(backend: WebGPUBackend, variants: Variants) {
    this.#variants = variants;
    this.#backend = backend;
    this.#internals = internalsOf(backend);
    this.device = this.#internals.device;
    this.#maxGroups = this.device.limits.maxComputeWorkgroupsPerDimension;
    this.#uniforms = new UniformSlots(this.device, () => this.submit());
    this.#bindGroups = new BindGroups(this.device, this.#uniforms.buffer);
  }

  get variants(): Variants {
    return this.#variants;
  }

  /** Shaders depend on the choice, so those of the former one are forgotten. */
  set variants(variants: Variants) {
    this.#variants = variants;
    this.#pipelines.clear();
  }

  /** Makes a function of ours the kernel of this name, also when an earlier device had one. */
  register<Inputs, Attrs = object>(
    kernelName: string,
    run: (inputs: Inputs, attrs: Attrs) => tf.TensorInfo | tf.TensorInfo[],
  ): void {
    const known = tf.getKernel(kernelName, 'webgpu') as tf.KernelConfig | undefined;
    if (known) tf.unregisterKernel(kernelName, 'webgpu');
    const kernelFunc = ({ inputs, attrs }: KernelCall): tf.TensorInfo | tf.TensorInfo[] =>
      run(inputs as Inputs, attrs as Attrs);
    tf.registerKernel({ kernelName, backendName: 'webgpu', kernelFunc });
  }

  /** A new tensor whose values are still to be written. */
  make(shape: number[], dtype: 'float32' | 'int32' = 'float32'): tf.TensorInfo {
    return this.#backend.makeTensorInfo(shape, dtype);
  }

  /** The tensor that `attrs.out` asks to be filled, else a new one. */
  target(attrs: OutAttrs, shape: number[]): tf.TensorInfo {
    return attrs.out ? this.same(attrs.out, shape) : this.make(shape);
  }

  /** An existing tensor's data as an output. */
  same(tensor: tf.TensorInfo, shape: number[] = tensor.shape): tf.TensorInfo {
    this.#backend.incRef(tensor.dataId);
    return { dataId: tensor.dataId, shape, dtype: tensor.dtype };
  }

  /** Gives back a scratch tensor; its buffer is free again after the submit. */
  dispose(tensor: tf.TensorInfo): void {
    this.#backend.disposeData(tensor.dataId);
  }

  /** Records one dispatch. Tensors of `writes` must not stand in `reads` too. */
  run(program: Program): void {
    const writes = Object.values(program.writes);
    const reads = Object.values(program.reads);
    const bindings = [...writes, ...reads].map((operand) => this.#bind(operand));
    for (const { tensor } of writes) this.#internals.tensorMap.get(tensor.dataId).values = null;
    const offset = this.#uniforms.offsetOf(packUniforms(program.uniforms));
    const pipeline = this.#pipeline(program, writes.length, reads.length);
    const group = this.#bindGroups.group(bindings, writes.length);
    this.#dispatch(pipeline, group, offset, program.groups);
  }

  /** Sends what is recorded to the GPU. */
  submit(): void {
    if (!this.#internals.commandEncoder) return;
    this.#internals.endComputePassEncoder();
    this.#internals.submitQueue();
    this.#sortPool();
  }

  #dispatch(pipeline: GPUComputePipeline, group: GPUBindGroup, offset: number, n: number): void {
    const internals = this.#internals;
    if (!internals.commandEncoder) this.#sortPool();
    internals.ensureCommandEncoderReady();
    internals.computePassEncoder ??= internals.commandEncoder!.beginComputePass();
    const pass = internals.computePassEncoder;
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, group, [offset]);
    const columns = Math.min(n, this.#maxGroups);
    pass.dispatchWorkgroups(columns, Math.ceil(n / columns));
    internals.dispatchCountInPass++;
    const batch = tf.env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE');
    if (internals.dispatchCountInPass >= batch) this.submit();
  }

  #bind({ tensor }: Operand): GPUBufferBinding {
    const data = this.#internals.tensorMap.get(tensor.dataId);
    if (!data.resource) this.#allocate(data);
    this.#internals.commandQueueOwnedIds.add(tensor.dataId);
    return this.#internals.tensorToBinding(tensor);
  }

  /**
   * A buffer of the pool, filled through the queue: tfjs would create, map and destroy a staging
   * buffer and break the pass. Nothing recorded so far can name this buffer, so that the queue's
   * writing before all of it does no harm.
   */
  #allocate(data: TensorData): void {
    const size = 4 * tf.util.sizeFromShape(data.shape as number[]);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    const buffer = this.#internals.bufferManager.acquireBuffer(size, usage);
    if (data.values) this.#internals.queue.writeBuffer(buffer, 0, words(data));
    data.values = null;
    data.resource = buffer;
  }

  #pipeline(program: Program, nWrites: number, nReads: number): GPUComputePipeline {
    const known = this.#pipelines.get(program.key);
    if (known) return known;
    const code = declarations(program) + program.code();
    const layout = this.device.createPipelineLayout({
      bindGroupLayouts: [this.#bindGroups.layout(nWrites, nReads)],
    });
    const module = this.device.createShaderModule({ code, label: program.key });
    const pipeline = this.device.createComputePipeline({
      label: program.key,
      layout,
      compute: { module, entryPoint: 'main' },
    });
    this.#pipelines.set(program.key, pipeline);
    return pipeline;
  }

  /** The pool in one order at every start, so that a step finds the buffers of the step before. */
  #sortPool(): void {
    for (const buffers of this.#internals.bufferManager.freeBuffers.values()) {
      if (buffers.length < 2) continue;
      buffers.sort((a, b) => this.#bindGroups.idOf(a) - this.#bindGroups.idOf(b));
    }
  }
}

function words({ values, dtype }: TensorData): Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const isFloat = dtype === 'float32';
  if (isFloat && values instanceof Float32Array) return values as Float32Array<ArrayBuffer>;
  if (!isFloat && values instanceof Int32Array) return values as Int32Array<ArrayBuffer>;
  return isFloat ? new Float32Array(values!) : new Int32Array(values!);
}
