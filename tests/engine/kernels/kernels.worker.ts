import '../dynamicImports.ts';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as Comlink from 'comlink';
import type { BackendName } from '../../../src/core/protocol/index.ts';
import { startCpu } from '../../../workers/backend/startCpu.ts';
import { startWasm } from '../../../workers/backend/startWasm.ts';
import { findAdapter, startWebgpu } from '../../../workers/backend/startWebgpu.ts';
import { setReferenceMode } from '../../../workers/kernels/implementation.ts';
import type {
  Attrs,
  NamedNumbers,
  Numbers,
  PublicCall,
} from '../../../workers/kernels/publicCall.ts';
import { arenaSize, createArena } from '../../../workers/memory/arena.ts';
import type { Arena } from '../../../workers/memory/arena.ts';

export interface KernelCall {
  readonly kernel: string;
  readonly inputs: NamedNumbers;
  readonly attrs: Attrs;
  /** Inputs as views into one block of memory, not as tensors of their own. */
  readonly areViews?: boolean;
  /** The output with this index goes into a tensor that holds `initial`. */
  readonly into?: { index: number; initial: Numbers; accumulates: boolean };
  /** Inputs that the kernel changes in place, read after it. */
  readonly reads?: readonly string[];
}

export interface KernelResult {
  /** Outputs, then the inputs that were to be read. */
  readonly outputs: Float32Array[];
  readonly shapes: number[][];
  /** Tensors that the call has left behind. */
  readonly left: number;
}

export interface OperationCall {
  readonly operation: string;
  readonly inputs: NamedNumbers;
  readonly attrs: Attrs;
  readonly wrt: readonly string[];
  /** Cotangent of all outputs, in one vector. */
  readonly dy: Float32Array;
  readonly isReference: boolean;
}

/** By the name of the operation. */
const publicCalls = Object.assign(
  {},
  ...Object.values(import.meta.glob('../../../workers/kernels/*/publicCall.ts', { eager: true })),
) as Record<string, PublicCall>;

const errors: string[] = [];

const api = {
  /** Starts a backend with our kernels, without the self-test; gives its name in words. */
  async start(backend: BackendName, cores?: number): Promise<string> {
    if (cores) Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores });
    if (backend === 'cpu') return (await startCpu()).adapter;
    if (backend === 'wasm') return (await startWasm([])).adapter;
    const adapter = await findAdapter();
    const onLost = (lost: Error): void => void errors.push(lost.message);
    return (await startWebgpu(adapter!, onLost, [], {})).adapter;
  },

  async runKernel({ kernel, inputs, attrs, ...options }: KernelCall): Promise<KernelResult> {
    const before = tf.memory().numTensors;
    const given = options.areViews ? views(inputs, options.reads ?? []) : tensors(inputs);
    const into = options.into && room(options.into.initial);
    const out = into && { out: into.info, accumulates: options.into?.accumulates };
    const all = { ...attrs, ...out } as unknown as tf.NamedAttrMap;
    const result = tf.engine().runKernel<tf.Tensor | tf.Tensor[]>(kernel, given.tensors, all);
    const made = Array.isArray(result) ? result : [result];
    if (into && made[options.into!.index]!.dataId !== into.info.dataId) {
      throw new Error(`${kernel} did not write into the tensor it was given`);
    }
    const read = [...made, ...(options.reads ?? []).map((name) => given.tensors[name]!)];
    const outputs: Float32Array[] = [];
    for (const tensor of read) outputs.push(await copied(tensor));
    const shapes = made.map(({ shape }) => shape);
    for (const tensor of made) tensor.dispose();
    given.dispose();
    into?.dispose();
    throwErrors(kernel);
    return { outputs, shapes, left: tf.memory().numTensors - before };
  },

  async runOperation(call: OperationCall): Promise<{ value: Float32Array; grads: Float32Array[] }> {
    setReferenceMode(call.isReference);
    const given = tensors(call.inputs);
    const inputs = call.wrt.map((name) => given.tensors[name]!);
    const results = tf.tidy(() => {
      const operation = publicCalls[call.operation]!(call.attrs, call.inputs);
      const run = (...changed: tf.Tensor[]): tf.Tensor => {
        const named = Object.fromEntries(call.wrt.map((name, i) => [name, changed[i]!]));
        return tf.reshape(operation({ ...given.tensors, ...named }), [-1]);
      };
      if (inputs.length === 0) return [run()];
      const { value, grads } = tf.valueAndGrads(run)(inputs, tf.tensor1d(call.dy));
      return [value, ...grads];
    });
    const [value, ...grads] = await Promise.all(results.map(copied));
    tf.dispose(results);
    given.dispose();
    setReferenceMode(false);
    throwErrors(call.operation);
    return { value: value!, grads };
  },
};

export type KernelEngine = typeof api;
Comlink.expose(api);

interface Given {
  readonly tensors: tf.NamedTensorMap;
  dispose(): void;
}

function tensors(inputs: NamedNumbers): Given {
  const made = Object.entries(inputs).map(([name, { shape, values }]) => [
    name,
    tf.tensor(values, [...shape], values instanceof Int32Array ? 'int32' : 'float32'),
  ]);
  const named = Object.fromEntries(made) as tf.NamedTensorMap;
  return { tensors: named, dispose: () => tf.dispose(named) };
}

/** What is only read in one arena, the rest each in its own: WebGPU binds a buffer one way at a time. */
function views(inputs: NamedNumbers, changed: readonly string[]): Given {
  const isChanged = (name: string): boolean => changed.includes(name);
  const names = Object.keys(inputs);
  const groups = [names.filter((name) => !isChanged(name)), ...changed.map((name) => [name])];
  const placed = groups.map((group) => sharedArena(group.map((name) => [name, inputs[name]!])));
  return {
    tensors: Object.assign({}, ...placed.map((given) => given.tensors)) as tf.NamedTensorMap,
    dispose: () => placed.forEach((given) => given.dispose()),
  };
}

/** Inputs one behind the other, the first not at the start. */
function sharedArena(inputs: readonly (readonly [string, Numbers])[]): Given {
  let end = 64;
  const placed = inputs.map(([name, numbers]) => {
    const offset = end;
    end = arenaSize(offset + numbers.values.length);
    return { name, offset, ...numbers };
  });
  const arena = createArena(new Float32Array(end + 64));
  const made = placed.map(({ name, offset, shape, values }) => {
    arena.write(values, offset);
    return [name, arena.view(offset, shape, values instanceof Int32Array ? 'int32' : 'float32')];
  });
  return {
    tensors: Object.fromEntries(made) as tf.NamedTensorMap,
    dispose: () => arena.dispose(),
  };
}

function room({ shape, values }: Numbers): { info: tf.TensorInfo; dispose(): void } {
  const arena: Arena = createArena(new Float32Array(64 + arenaSize(values.length)));
  arena.write(values, 64);
  const { dataId, dtype } = arena.view(64, shape);
  return { info: { dataId, shape: [...shape], dtype }, dispose: () => arena.dispose() };
}

/** Through a copy: views cannot be read, and what was read once is cached. */
async function copied(tensor: tf.Tensor): Promise<Float32Array> {
  const copy = tf.tidy(() => tf.add(tensor, tf.zerosLike(tensor)));
  const values = (await copy.data<'float32'>()).slice();
  copy.dispose();
  return values;
}

function throwErrors(what: string): void {
  if (errors.length > 0) throw new Error(`${what}: ${errors.splice(0).join(' ')}`);
}
