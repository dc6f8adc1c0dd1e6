import * as tf from '@tensorflow/tfjs-core';
import { cpuMemory } from './cpuMemory.ts';
import type { Memory, Words } from './memory.ts';
import { wasmMemory } from './wasmMemory.ts';
import { webgpuMemory } from './webgpuMemory.ts';

/** Views start at multiples of 64 words: WebGPU wants bindings at multiples of 256 bytes. */
export const arenaGrain = 64;

/** Length rounded up so that another view can follow. */
export const arenaSize = (length: number): number => Math.ceil(length / arenaGrain) * arenaGrain;

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
  /** The words of the block, to the bit. */
  bits(): Promise<Float32Array>;
  /** The same with one zero: files that go out have never had −0. */
  read(): Promise<Float32Array>;
  dispose(): void;
}

const memories = { wasm: wasmMemory, webgpu: webgpuMemory, cpu: cpuMemory };

/** An arena with these words (float32). */
export function createArena(words: Float32Array): Arena {
  const memory = memories[tf.getBackend() as keyof typeof memories] as Memory | undefined;
  if (!memory) throw new Error(`createArena: the ${tf.getBackend()} backend is not known here`);
  const flat = tf.keep(tf.tensor1d(words.slice(), 'float32'));
  memory.place(flat);
  const views: tf.Tensor[] = [];
  // A copy: what is read is cached with its tensor, and this block changes.
  const copied = async (): Promise<Float32Array> => {
    const copy = tf.tidy(() => tf.fill<tf.Rank.R1>([flat.size], 0));
    memory.assign(copy, flat);
    const words = (await copy.data()) as Float32Array;
    copy.dispose();
    return words;
  };
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
    bits: copied,
    read: async () => (await copied()).map((word) => word + 0),
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
