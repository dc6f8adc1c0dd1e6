/** Bytes of one slot: the alignment that WebGPU guarantees for dynamic offsets. */
export const slotBytes = 256;
const nSlots = 1024;

/**
 * Uniforms by content: dispatches with the same numbers share a slot of one buffer, so that a
 * training step, whose numbers hardly change, writes next to nothing and creates no buffer.
 */
export class UniformSlots {
  readonly buffer: GPUBuffer;
  readonly #queue: GPUQueue;
  readonly #onFull: () => void;
  readonly #offsets = new Map<string, number>();

  /** `onFull` must submit everything recorded so far: the slots are then written anew. */
  constructor(device: GPUDevice, onFull: () => void) {
    this.#queue = device.queue;
    this.#onFull = onFull;
    this.buffer = device.createBuffer({
      label: 'uniforms',
      size: nSlots * slotBytes,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  /** The byte offset at which these words (at most 64 of them) stand. */
  offsetOf(words: Uint32Array<ArrayBuffer>): number {
    const content = words.join();
    const known = this.#offsets.get(content);
    if (known !== undefined) return known;
    if (this.#offsets.size === nSlots) {
      this.#onFull();
      this.#offsets.clear();
    }
    const offset = this.#offsets.size * slotBytes;
    this.#queue.writeBuffer(this.buffer, offset, words);
    this.#offsets.set(content, offset);
    return offset;
  }
}
