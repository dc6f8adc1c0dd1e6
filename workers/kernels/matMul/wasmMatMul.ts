import {
  BatchMatMul,
  getKernel,
  registerKernel,
  Transpose,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

/** The compiled product behind tfjs's BatchMatMul: fast (XNNPACK) only untransposed and unbatched. */
type NativeMatMul = (
  aId: number,
  aShape: Uint8Array,
  aRank: number,
  bId: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  outId: number,
) => void;

/** Emscripten's binder, which tfjs's typings leave out. */
interface NativeModule {
  cwrap(name: string, returns: null, types: readonly string[]): NativeMatMul;
}

/** A stack of equally shaped matrices in one contiguous tensor. */
interface Stack {
  readonly info: TensorInfo;
  readonly batch: number;
  readonly rows: number;
  readonly cols: number;
}

/** Ids of views; far above the counter that tfjs uses for its own tensors. */
const firstViewId = 2 ** 30;

/**
 * Replaces tfjs-WASM's matrix product by one that reaches XNNPACK for every case: operands are
 * transposed explicitly, and a batch is a loop over zero-copy views of its matrices. Without this,
 * transposed and batched products run in a scalar loop 10–60 times slower. Call before the backend
 * starts, so that tfjs runs the set-up.
 */
export function registerWasmMatMul(): void {
  let native: NativeMatMul | undefined;
  unregisterKernel(BatchMatMul, 'wasm');
  const config: KernelConfig = {
    kernelName: BatchMatMul,
    backendName: 'wasm',
    setupFunc: (backend) => {
      native = bindNative(backend as BackendWasm);
    },
    kernelFunc: ({ inputs, attrs, backend }) => {
      const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
      const { transposeA, transposeB } = attrs as { transposeA?: boolean; transposeB?: boolean };
      if (!native) throw new Error('BatchMatMul: the WASM backend has not run its set-up');
      return matMul(
        new StackMath(backend as BackendWasm, native),
        a,
        b,
        !!transposeA,
        !!transposeB,
      );
    },
  };
  registerKernel(config);
}

function bindNative(backend: BackendWasm): NativeMatMul {
  const number = 'number' as const;
  const types = [number, 'array', number, number, 'array', number, number, number, number];
  return (backend.wasm as unknown as NativeModule).cwrap(BatchMatMul, null, types);
}

/** a·b over all leading dimensions, `transposeA`/`transposeB` as in `tf.matMul`. */
function matMul(
  math: StackMath,
  a: TensorInfo,
  b: TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): TensorInfo {
  const left = stackOf(a);
  const right = stackOf(b);
  checkShapes(left, right, transposeA, transposeB);
  const product = isCheaperSwapped(left, right, transposeA, transposeB)
    ? math.transposed(math.product(math.transposed(right), left))
    : math.product(
        transposeA ? math.transposed(left) : left,
        transposeB ? math.transposed(right) : right,
      );
  math.disposeAllBut(product.info);
  const outer = left.batch >= right.batch ? a.shape : b.shape;
  product.info.shape = [...outer.slice(0, -2), product.rows, product.cols];
  return product.info;
}

/**
 * aᵀb = (bᵀa)ᵀ. XNNPACK repacks the right operand before every product, at several times the cost
 * of a transpose: the form whose right operand is smaller wins.
 */
function isCheaperSwapped(a: Stack, b: Stack, transposeA: boolean, transposeB: boolean): boolean {
  return transposeA && !transposeB && b.cols > a.cols;
}

function stackOf(info: TensorInfo): Stack {
  const rows = info.shape.at(-2) ?? 1;
  const cols = info.shape.at(-1) ?? 1;
  const batch = info.shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return { info, batch, rows, cols };
}

function checkShapes(a: Stack, b: Stack, transposeA: boolean, transposeB: boolean): void {
  const innerA = transposeA ? a.rows : a.cols;
  const innerB = transposeB ? b.cols : b.rows;
  const isBatchFine = a.batch === b.batch || a.batch === 1 || b.batch === 1;
  if (innerA === innerB && isBatchFine) return;
  throw new Error(
    `matMul: shapes [${a.info.shape.join(', ')}] and [${b.info.shape.join(', ')}] do not fit ` +
      `(transposeA ${transposeA}, transposeB ${transposeB})`,
  );
}

/** Products and transposes of stacks; remembers what it made, so that the rest can be freed. */
class StackMath {
  private readonly made: TensorInfo[] = [];

  constructor(
    private readonly backend: BackendWasm,
    private readonly native: NativeMatMul,
  ) {}

  transposed({ info, batch, rows, cols }: Stack): Stack {
    const kernel: KernelFunc = getKernel(Transpose, 'wasm').kernelFunc;
    const x = { dataId: info.dataId, shape: [batch, rows, cols], dtype: info.dtype };
    const out = kernel({ inputs: { x }, attrs: { perm: [0, 2, 1] }, backend: this.backend });
    this.made.push(out as TensorInfo);
    return { info: out as TensorInfo, batch, rows: cols, cols: rows };
  }

  product(a: Stack, b: Stack): Stack {
    const batch = Math.max(a.batch, b.batch);
    const info = this.backend.makeOutput([batch, a.rows, b.cols], 'float32');
    this.made.push(info);
    const out: Stack = { info, batch, rows: a.rows, cols: b.cols };
    const aShape = shapeBytes(a);
    const bShape = shapeBytes(b);
    for (let i = 0; i < batch; i++) {
      this.withViews([a, b, out], i, ([aId, bId, outId]) =>
        this.native(aId, aShape, 3, bId, bShape, 3, false, false, outId),
      );
    }
    return out;
  }

  disposeAllBut(kept: TensorInfo): void {
    for (const info of this.made) if (info !== kept) this.backend.disposeData(info.dataId);
  }

  /**
   * Registers matrix i of each stack under an id of its own. XNNPACK operators are cached by the id
   * of the right operand; disposing the id frees the packed copy at once.
   */
  private withViews(
    stacks: readonly [Stack, Stack, Stack],
    i: number,
    run: (ids: readonly [number, number, number]) => void,
  ): void {
    const { tfjs } = this.backend.wasm;
    const ids = [firstViewId, firstViewId + 1, firstViewId + 2] as const;
    stacks.forEach(({ info, batch, rows, cols }, slot) => {
      const matrix = batch === 1 ? 0 : i;
      const offset = this.backend.getMemoryOffset(info.dataId) + 4 * matrix * rows * cols;
      tfjs.registerTensor(ids[slot]!, rows * cols, offset);
    });
    run(ids);
    for (const id of ids) tfjs.disposeData(id);
  }
}

/** [1, rows, cols] as the bytes that the C++ side reads. */
const shapeBytes = ({ rows, cols }: Stack): Uint8Array =>
  new Uint8Array(new Int32Array([1, rows, cols]).buffer);
