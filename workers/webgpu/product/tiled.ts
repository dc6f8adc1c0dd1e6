import { u32 } from '../program.ts';
import type { Operand, Program } from '../program.ts';
import type { Recorder } from '../recorder.ts';
import { productKey } from './product.ts';
import type { Product } from './product.ts';
import { tileShader } from './tileShader.ts';
import type { Tile, Vectors } from './tileShader.ts';

// Under this many workgroups of the large tile a GPU is not kept busy.
const fewTiles = 128;
const longInner = 256;

/** 8 × 8 sums a thread: each number loaded from workgroup memory serves eight times. */
const large: Tile = { side: 64, perThread: 8, slices: 1, depth: 16 };
const small: Tile = { side: 32, perThread: 4, slices: 1, depth: 16 };
/** For small outputs with a long inner dimension: four groups of threads take a quarter each. */
const sliced: Tile = { side: 32, perThread: 4, slices: 4, depth: 8 };

/** The workgroup variant: tiles of both factors in workgroup memory. */
export function runTiled(recorder: Recorder, product: Product): void {
  const { m, n } = product;
  const tile = tileFor(product);
  const isHalf = recorder.variants.precision === 'fp16';
  const vectors = vectorsOf(product);
  recorder.run({
    key: `tiled/${productKey(product)}/${Object.values({ ...tile, ...vectors }).join('/')}`,
    ...operands(product, vectors),
    enables: isHalf ? ['f16'] : [],
    groups: Math.ceil(m / tile.side) * Math.ceil(n / tile.side),
    code: () => tileShader(product, tile, vectors, isHalf),
  });
}

function tileFor({ m, n, k }: Product): Tile {
  const nLarge = Math.ceil(m / large.side) * Math.ceil(n / large.side);
  if (nLarge >= fewTiles) return large;
  return k >= longInner ? sliced : small;
}

/** Which buffers can be read and written four numbers at a time. */
function vectorsOf({ m, n, k, aInner, bInner }: Product): Vectors {
  const isFour = (length: number): boolean => length % 4 === 0;
  return { a: isFour(aInner ? k : m), b: isFour(bInner ? k : n), y: isFour(n) };
}

function operands(
  { a, b, y, residual, bIsHalf, m, n, k }: Product,
  vectors: Vectors,
): Pick<Program, 'writes' | 'reads' | 'uniforms'> {
  const floats = (tensor: Operand['tensor'], isVector: boolean): Operand => ({
    tensor,
    type: isVector ? 'vec4f' : 'f32',
  });
  const halves = { tensor: b, type: vectors.b ? 'vec2u' : 'u32' } as const;
  return {
    writes: { y: floats(y, vectors.y) },
    reads: {
      a: floats(a, vectors.a),
      b: bIsHalf ? halves : floats(b, vectors.b),
      ...(residual && { residual: floats(residual, vectors.y) }),
    },
    uniforms: { m: u32(m), n: u32(n), k: u32(k) },
  };
}
