import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Attrs, NamedNumbers, Numbers } from '../../../workers/kernels/publicCall.ts';
import { floats } from './numbers.ts';
import type { Case } from './numbers.ts';
import { defined, slopes } from './slopes.ts';
import type { Definition, Slopes } from './slopes.ts';
import { startKernels } from './startKernels.ts';
import type { TestEngine } from './startKernels.ts';

/** What a gradient kernel gets: inputs as the kernel reads them, its outputs, their cotangents. */
interface Given {
  readonly inputs: NamedNumbers;
  readonly outputs: readonly Numbers[];
  readonly dys: readonly Numbers[];
}

interface GradientKernel {
  readonly kernel: string;
  readonly inputs: (given: Given) => NamedNumbers;
  readonly attrs?: Attrs;
  /** Whose gradients its outputs are. */
  readonly of: readonly string[];
  /** The output that can go into a tensor that is already there. */
  readonly into?: number;
}

export interface CheckedOperation {
  /** The name of its call in a `publicCall.ts`. */
  readonly operation: string;
  readonly cases: fc.Arbitrary<Case>;
  /** All outputs of the kernel, then the inputs in `reads` as the kernel leaves them. */
  readonly define: Definition;
  /** Left out by an operation that is made of others' kernels. */
  readonly kernel?: string;
  /** Inputs with gradients, where no kernel of its own gives them. */
  readonly wrt?: readonly string[];
  readonly kernelInputs?: (inputs: NamedNumbers) => NamedNumbers;
  readonly reads?: readonly string[];
  readonly gradients?: readonly GradientKernel[];
  /** How many of the outputs have gradients and belong to the public operation's value. */
  readonly nDys?: number;
  /** The outputs of the definition that the public operation gives; the first `nDys` by default. */
  readonly publicOutputs?: readonly number[];
  readonly cotangent?: (dy: Numbers, given: Case) => Numbers;
  /** Errors count relative to the largest value, but to no less than this. */
  readonly floor?: number;
  /** The same for gradients, where their terms cancel. */
  readonly gradientFloor?: (given: Case) => number;
}

const runs = { wasm: 20, webgpu: 5, cpu: 8 };
const tolerances = { wasm: 5e-5, webgpu: 3e-4, cpu: 5e-5 };

/**
 * Kernels of one operation on random shapes: forward against the definition in double precision,
 * backward against its finite differences and against the tape over the reference.
 */
export function checkOperation(op: CheckedOperation): void {
  let cpu: TestEngine;
  beforeAll(async () => {
    cpu = await startKernels('cpu');
  });
  afterAll(() => cpu.terminate());
  const property = (backend: keyof typeof runs, check: (given: Case) => Promise<void>) =>
    fc.assert(fc.asyncProperty(op.cases, check), {
      seed: 20,
      numRuns: runs[backend],
      endOnFailure: false,
      interruptAfterTimeLimit: 60_000,
    });

  it('the reference agrees with definition and slopes on plain JavaScript', () =>
    property('cpu', (given) => checkPublic(op, cpu, given, true)));

  describe.each(['wasm', 'webgpu'] as const)('on %s', (backend) => {
    let engine: TestEngine;
    beforeAll(async () => {
      engine = await startKernels(backend);
    });
    afterAll(() => engine.terminate());

    if (op.kernel) {
      it('kernels agree with definition, slopes and reference; twice, and on views, the same bits', () =>
        property(backend, (given) => checkKernels(op, engine, cpu, given)));
    }
    it('the public operation and its registered gradient agree with definition and slopes', () =>
      property(backend, (given) => checkPublic(op, engine, given, false)));
  });

  it('the reference agrees with definition and slopes on WASM, where it stands in for refused kernels', async () => {
    const engine = await startKernels('wasm');
    await property('wasm', (given) => checkPublic(op, engine, given, true));
    engine.terminate();
  });

  if (!op.kernel) return;
  it('one WASM thread and three give the same bits', async () => {
    // Of four cores, one is left to the page.
    const [one, three] = await Promise.all([startKernels('wasm', 1), startKernels('wasm', 4)]);
    expect([one.adapter, three.adapter]).toEqual(['WASM SIMD, 1 thread', 'WASM SIMD, 3 threads']);
    await property('wasm', async (given) => {
      const [first, second] = [
        await allResults(op, one, given),
        await allResults(op, three, given),
      ];
      expect(first).toEqual(second);
    });
    one.terminate();
    three.terminate();
  });
}

/** Forward and backward kernels on one case, against everything that says what they should give. */
async function checkKernels(
  op: CheckedOperation,
  engine: TestEngine,
  cpu: TestEngine,
  given: Case,
): Promise<void> {
  const tolerance = tolerances[engine.backend];
  const wanted = defined(op.define, given.inputs, given.attrs);
  const plain = await allResults(op, engine, given);
  expect(await allResults(op, engine, given, true)).toEqual(plain);
  plain.forward.forEach((values, k) =>
    close(values, wanted[k]!, tolerance, op.floor ?? 0, `output ${k}`),
  );
  if (!op.gradients) return;
  const dys = cotangents(op, given, wanted);
  const reference = await cpu.api.runOperation(publicCall(op, given, wanted, true));
  const floor = gradientFloor(op, given);
  for (const [name, values] of Object.entries(plain.backward)) {
    atSlopes(values, slopesOf(op, given, name, dys), tolerance, floor, name);
    close(values, reference.grads[wrtOf(op, given).indexOf(name)]!, tolerance, floor, name);
  }
}

interface Results {
  readonly forward: Float32Array[];
  readonly backward: Record<string, Float32Array>;
}

/** Everything that the kernels give; written into given tensors, too, where they can. */
async function allResults(
  op: CheckedOperation,
  { api }: TestEngine,
  given: Case,
  areViews = false,
): Promise<Results> {
  const inputs = op.kernelInputs?.(given.inputs) ?? given.inputs;
  const call = { kernel: op.kernel!, inputs, attrs: given.attrs, areViews };
  const forward = await api.runKernel({ ...call, reads: op.reads ?? [] });
  expect(forward.left, 'tensors left by the kernel').toBe(0);
  const backward: Record<string, Float32Array> = {};
  const outputs = forward.shapes.map((shape, k) => ({ shape, values: forward.outputs[k]! }));
  const wanted = defined(op.define, given.inputs, given.attrs);
  const dys = cotangents(op, given, wanted).map((dy, k) => ({ ...dy, shape: outputs[k]!.shape }));
  for (const gradient of op.gradients ?? []) {
    const attrs = { ...given.attrs, ...gradient.attrs };
    const theirs = gradient.inputs({ inputs, outputs, dys });
    const gradientCall = { kernel: gradient.kernel, inputs: theirs, attrs, areViews };
    const result = await api.runKernel(gradientCall);
    expect(result.left, 'tensors left by the gradient kernel').toBe(0);
    gradient.of.forEach((name, k) => (backward[name] = result.outputs[k]!));
    if (gradient.into !== undefined) await checkInto({ api }, gradientCall, gradient, result);
  }
  return { forward: forward.outputs, backward };
}

/** Written into a tensor that is there: in its place, or added to it. */
async function checkInto(
  { api }: Pick<TestEngine, 'api'>,
  call: { kernel: string; inputs: NamedNumbers; attrs: Attrs; areViews: boolean },
  { into: index = 0 }: GradientKernel,
  { outputs, shapes }: { outputs: Float32Array[]; shapes: number[][] },
): Promise<void> {
  const fresh = outputs[index]!;
  const largest = fresh.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-30);
  const initial = floats(3, 'initial', shapes[index]!, largest);
  for (const accumulates of [false, true]) {
    const result = await api.runKernel({ ...call, into: { index, initial, accumulates } });
    expect(result.left, 'tensors left by a kernel with an output given').toBe(0);
    const sum = Float64Array.from(fresh, (v, i) => v + (accumulates ? initial.values[i]! : 0));
    close(result.outputs[index]!, sum, 1e-5, 0, `${call.kernel} into a tensor`);
  }
}

/** The public operation: its value against the definition, its gradients against the slopes. */
async function checkPublic(
  op: CheckedOperation,
  engine: TestEngine,
  given: Case,
  isReference: boolean,
): Promise<void> {
  const tolerance = tolerances[engine.backend];
  const wanted = defined(op.define, given.inputs, given.attrs);
  const call = publicCall(op, given, wanted, isReference);
  const { value, grads } = await engine.api.runOperation(call);
  const all = publicOutputs(op, wanted).flatMap((values) => Array.from(values));
  close(value, all, tolerance, op.floor ?? 0, 'value');
  const dys = cotangents(op, given, wanted);
  const floor = gradientFloor(op, given);
  grads.forEach((grad, i) => {
    const name = call.wrt[i]!;
    atSlopes(grad, slopesOf(op, given, name, dys), tolerance, floor, name);
  });
}

function publicCall(
  op: CheckedOperation,
  given: Case,
  wanted: readonly Float64Array[],
  isReference: boolean,
) {
  const dys = cotangents(op, given, wanted);
  const dy = Float32Array.from(dys.flatMap(({ values }) => Array.from(values)));
  const { inputs, attrs } = given;
  return { operation: op.operation, inputs, attrs, wrt: wrtOf(op, given), dy, isReference };
}

const gradientFloor = (op: CheckedOperation, given: Case): number =>
  op.gradientFloor?.(given) ?? op.floor ?? 0;

const publicOutputs = (op: CheckedOperation, wanted: readonly Float64Array[]): Float64Array[] =>
  op.publicOutputs?.map((k) => wanted[k]!) ?? wanted.slice(0, op.nDys ?? wanted.length);

/** Inputs with a gradient that this case has. */
const wrtOf = (op: CheckedOperation, { inputs }: Case): string[] => {
  const names = op.wrt ?? op.gradients?.flatMap(({ of }) => of) ?? [];
  return names.filter((name) => name in inputs);
};

function cotangents(op: CheckedOperation, given: Case, wanted: readonly Float64Array[]): Numbers[] {
  if (!op.gradients && !op.wrt) return [];
  return wanted.slice(0, op.nDys ?? wanted.length).map((values, k) => {
    const dy = floats(5, `dy ${k}`, [values.length]);
    return op.cotangent?.(dy, given) ?? dy;
  });
}

const slopesOf = (
  op: CheckedOperation,
  given: Case,
  name: string,
  dys: readonly Numbers[],
): Slopes =>
  slopes(
    op.define,
    given,
    name,
    dys.map(({ values }) => values),
  );

function atSlopes(
  grad: Float32Array,
  { places, values }: Slopes,
  tolerance: number,
  floor: number,
  name: string,
): void {
  const largest = grad.reduce((most, value) => Math.max(most, Math.abs(value)), floor);
  const got = places.map((at) => grad[at]!);
  closeTo(got, values, { tolerance, floor: largest }, `slope of ${name}`);
}

function close(
  got: Float32Array,
  wanted: ArrayLike<number>,
  tolerance: number,
  floor: number,
  what: string,
): void {
  expect(got.length, what).toBe(wanted.length);
  closeTo(got, wanted, { tolerance, floor }, what);
}

function closeTo(
  got: ArrayLike<number>,
  wanted: ArrayLike<number>,
  { tolerance, floor }: { tolerance: number; floor: number },
  what: string,
): void {
  let largest = Math.max(floor, 1e-30);
  for (let i = 0; i < wanted.length; i++) largest = Math.max(largest, Math.abs(wanted[i]!));
  for (let i = 0; i < wanted.length; i++) {
    const isClose = Math.abs(got[i]! - wanted[i]!) <= tolerance * largest;
    if (!isClose) {
      throw new Error(`${what}, element ${i}: ${got[i]}, wanted ${wanted[i]} (largest ${largest})`);
    }
  }
}
