import type * as tf from '@tensorflow/tfjs-core';

/** How a shader sees a tensor's buffer. */
export type ElementType = 'f32' | 'i32' | 'u32' | 'vec4f' | 'vec2f' | 'vec2u';

export interface Operand {
  readonly tensor: tf.TensorInfo;
  readonly type: ElementType;
}

export interface Uniform {
  readonly type: 'u32' | 'f32';
  readonly value: number;
}

export const f32s = (tensor: tf.TensorInfo): Operand => ({ tensor, type: 'f32' });
export const i32s = (tensor: tf.TensorInfo): Operand => ({ tensor, type: 'i32' });
export const u32 = (value: number): Uniform => ({ type: 'u32', value });
export const f32 = (value: number): Uniform => ({ type: 'f32', value });

/** One dispatch: a shader, what it writes and reads, and its numbers. */
export interface Program {
  /** Names the shader: holds every constant that `code` bakes in. */
  readonly key: string;
  /** Tensors by the names they have in the shader; a tensor changed in place stands here only. */
  readonly writes: Readonly<Record<string, Operand>>;
  readonly reads: Readonly<Record<string, Operand>>;
  /** Read in the shader as `params.<name>`; at least one. */
  readonly uniforms: Readonly<Record<string, Uniform>>;
  /** WGSL behind the declarations of the above. */
  readonly code: () => string;
  /** Language extensions of WGSL that the code needs. */
  readonly enables?: readonly ('f16' | 'subgroups')[];
  /** How many workgroups; folded over two dimensions, so shaders use `groupIndex`. */
  readonly groups: number;
}

/** What the shader of a program says before its own code. */
export function declarations({ writes, reads, uniforms, enables = [] }: Program): string {
  const fields = Object.entries(uniforms).map(([name, { type }]) => `${name}: ${type}`);
  const storage = [
    ...Object.entries(writes).map(([name, { type }]) => `read_write> ${name}: array<${type}>`),
    ...Object.entries(reads).map(([name, { type }]) => `read> ${name}: array<${type}>`),
  ];
  return [
    ...enables.map((name) => `enable ${name};`),
    `struct Params { ${fields.join(', ')} }`,
    ...storage.map((text, binding) => `@group(0) @binding(${binding}) var<storage, ${text};`),
    `@group(0) @binding(${storage.length}) var<uniform> params: Params;`,
    '',
  ].join('\n');
}

/** The numbers as the shader's Params has them: four bytes each, without gaps. */
export function packUniforms(uniforms: Program['uniforms']): Uint32Array<ArrayBuffer> {
  const values = Object.values(uniforms);
  const words = new Uint32Array(values.length);
  const floats = new Float32Array(words.buffer);
  values.forEach(({ type, value }, index) => {
    if (type === 'u32') words[index] = value;
    else floats[index] = value;
  });
  return words;
}
