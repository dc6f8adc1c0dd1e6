import { slotBytes } from './uniformSlots.ts';

const maxCached = 4096;

/**
 * Bind groups and their layouts, each made once. tfjs's pool hands out the same buffers again, so
 * the groups of one step serve the next.
 */
export class BindGroups {
  readonly #device: GPUDevice;
  readonly #uniforms: GPUBuffer;
  readonly #layouts = new Map<string, GPUBindGroupLayout>();
  readonly #groups = new Map<string, GPUBindGroup>();
  readonly #ids = new WeakMap<GPUBuffer, number>();
  #nextId = 0;

  constructor(device: GPUDevice, uniforms: GPUBuffer) {
    this.#device = device;
    this.#uniforms = uniforms;
  }

  /** Writable buffers first, then read-only ones, then the uniforms at a dynamic offset. */
  layout(nWrites: number, nReads: number): GPUBindGroupLayout {
    const key = `${nWrites},${nReads}`;
    const known = this.#layouts.get(key);
    if (known) return known;
    const nStorage = nWrites + nReads;
    const entries: GPUBindGroupLayoutEntry[] = Array.from({ length: nStorage }, (_, binding) => ({
      binding,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: binding < nWrites ? 'storage' : 'read-only-storage' },
    }));
    entries.push({
      binding: nStorage,
      visibility: GPUShaderStage.COMPUTE,
      buffer: { type: 'uniform', hasDynamicOffset: true },
    });
    const layout = this.#device.createBindGroupLayout({ entries });
    this.#layouts.set(key, layout);
    return layout;
  }

  group(bindings: readonly GPUBufferBinding[], nWrites: number): GPUBindGroup {
    const key = bindings.map((binding) => this.#name(binding)).join() + `/${nWrites}`;
    const known = this.#groups.get(key);
    if (known) return known;
    if (this.#groups.size >= maxCached) this.#groups.clear();
    const uniforms = { buffer: this.#uniforms, offset: 0, size: slotBytes };
    const group = this.#device.createBindGroup({
      layout: this.layout(nWrites, bindings.length - nWrites),
      entries: [...bindings, uniforms].map((resource, binding) => ({ binding, resource })),
    });
    this.#groups.set(key, group);
    return group;
  }

  #name({ buffer, offset, size }: GPUBufferBinding): string {
    return `${this.idOf(buffer)}:${offset ?? 0}:${size ?? ''}`;
  }

  /** A small number for a buffer, in the order in which buffers were first met. */
  idOf(buffer: GPUBuffer): number {
    const known = this.#ids.get(buffer);
    if (known !== undefined) return known;
    this.#ids.set(buffer, this.#nextId);
    return this.#nextId++;
  }
}
