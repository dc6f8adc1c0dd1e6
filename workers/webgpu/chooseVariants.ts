import * as tf from '@tensorflow/tfjs-core';
import type { Recorder } from './recorder.ts';
import type { Variant, Variants } from './variants.ts';
import type { Winner } from '../../src/core/engineNote.ts';

/** 'auto' measures; a variant's name fixes it for everything. */
export type VariantWish = Variant | 'auto';

interface Choice {
  readonly variants: Variants;
  readonly winners: readonly Winner[];
}

/** What the measuring may choose. */
export interface Allowed {
  readonly half: boolean;
  readonly subgroups: boolean;
}

const repeats = 5;
// A wider kernel must win clearly: the choice should not depend on noise.
const clearWin = 0.9;

/** Threads of a group that run in step on an emulated adapter. */
export const emulatedLanes = (info: GPUAdapterInfo): number =>
  /llvmpipe|lavapipe/i.test(`${info.architecture} ${info.device} ${info.description}`) ? 8 : 4;

/** What emulated adapters run fast, whatever else they run on: chosen without a clock. */
export const emulatedVariants = (lanes: number, broadcasts = false): Variants => ({
  products: 'registers',
  attention: 'registers',
  rowLanes: lanes,
  registerLanes: lanes,
  broadcasts,
  usesSubgroups: false,
  precision: 'fp32',
});

/** What suits most GPUs; the start of the measuring. */
export const gpuVariants: Variants = {
  products: 'workgroup',
  attention: 'workgroup',
  rowLanes: 64,
  registerLanes: 32,
  broadcasts: false,
  usesSubgroups: false,
  precision: 'fp32',
};

/**
 * Measures, on a GPU, each kind of kernel in its variants on a small shape and keeps the fastest.
 * Takes some hundred milliseconds. The kernels must be registered.
 */
export async function measureVariants(
  recorder: Recorder,
  allowed: Allowed = { half: false, subgroups: true },
): Promise<Choice> {
  let best = gpuVariants;
  const winners: Winner[] = [];
  for (const { name, options, run } of contests(recorder, allowed)) {
    const times: number[] = [];
    for (const option of options) {
      recorder.variants = { ...best, ...option };
      times.push(await median(recorder, run));
    }
    const winner = times.reduce((won, ms, i) => (ms < times[won]! * clearWin ? i : won), 0);
    best = { ...best, ...options[winner] };
    winners.push(winnerOf(name, options[winner]!));
  }
  recorder.variants = best;
  return { variants: best, winners };
}

/** As the engine's notes tell it. */
function winnerOf(kernels: Winner['kernels'], option: Partial<Variants>): Winner {
  const { products, attention, rowLanes, usesSubgroups, precision } = option;
  if (precision) return { kernels, variant: precision };
  if (rowLanes === undefined) return { kernels, variant: (products ?? attention)! };
  return { kernels, variant: rowLanes, usesSubgroups: usesSubgroups ?? false };
}

interface Contest {
  readonly name: Winner['kernels'];
  /** The first stands unless another is clearly faster. */
  readonly options: readonly Partial<Variants>[];
  readonly run: () => void;
}

function contests({ device }: Recorder, { half, subgroups }: Allowed): Contest[] {
  const hasSubgroups = subgroups && device.features.has('subgroups');
  const hasHalf = half && device.features.has('shader-f16');
  return [
    { name: 'products', options: either('products'), run: runProducts },
    ...(hasHalf ? [inputsContest] : []),
    { name: 'attention', options: either('attention'), run: runAttention },
    {
      name: 'rows',
      options: [
        { rowLanes: 64, usesSubgroups: false },
        { rowLanes: 128, usesSubgroups: false },
        ...(hasSubgroups ? [{ rowLanes: 64, usesSubgroups: true }] : []),
      ],
      run: runNorm,
    },
  ];
}

/** After the products' own contest; only the tiled ones know half precision. */
const inputsContest: Contest = {
  name: 'inputs',
  options: [{ precision: 'fp32' }, { precision: 'fp16', products: 'workgroup' }],
  run: runProducts,
};

const either = (name: 'products' | 'attention'): Partial<Variants>[] => [
  { [name]: 'workgroup' },
  { [name]: 'registers' },
];

/** Median of a few runs, after one that compiles. */
async function median(recorder: Recorder, run: () => void): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const start = performance.now();
    run();
    recorder.submit();
    await recorder.device.queue.onSubmittedWorkDone();
    if (i > 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(repeats / 2)]!;
}

function runProducts(): void {
  tf.tidy(() => {
    const x = tf.ones([2048, 256]);
    const weight = tf.ones([1024, 256]);
    for (let i = 0; i < 4; i++) kernel('Linear', { x, weight });
    for (let i = 0; i < 4; i++) kernel('LinearGradWeight', { dy: tf.ones([2048, 256]), x });
  });
}

function runAttention(): void {
  tf.tidy(() => {
    const [seqLen, rows] = [128, 1024];
    const qkv = tf.zeros([rows, 3 * 128]);
    const ends = new Int32Array(2 * rows).fill(seqLen - 1, rows);
    const spans = tf.tensor2d(ends, [2, rows]);
    const attrs = { nHeads: 4, nKvHeads: 4, headDim: 32, seqLen };
    for (let i = 0; i < 4; i++) kernel('PackedAttention', { qkv, spans }, attrs);
  });
}

function runNorm(): void {
  tf.tidy(() => {
    const x = tf.ones([2048, 256]);
    const inputs = { x, gain: tf.ones([256]), dy: x };
    for (let i = 0; i < 8; i++) kernel('RmsNormGrad', inputs, { eps: 1e-6 });
  });
}

function kernel(name: string, inputs: tf.NamedTensorMap, attrs: tf.NamedAttrMap = {}): void {
  tf.engine().runKernel(name, inputs, attrs);
}
