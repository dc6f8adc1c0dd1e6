import { f32s, u32 } from '../program.ts';
import type { Program } from '../program.ts';
import type { Product } from './product.ts';

/** The buffers and sizes of a product for a shader that reads one number at a time. */
export function scalarOperands(product: Product): Pick<Program, 'writes' | 'reads' | 'uniforms'> {
  const { a, b, y, residual, bIsHalf, m, n, k } = product;
  return {
    writes: { y: f32s(y) },
    reads: {
      a: f32s(a),
      b: { tensor: b, type: bIsHalf ? 'u32' : 'f32' },
      ...(residual && { residual: f32s(residual) }),
    },
    uniforms: { m: u32(m), n: u32(n), k: u32(k) },
  };
}

/** WGSL for the number of b at a place. */
export const readB = ({ bIsHalf }: Product, place: string): string =>
  bIsHalf ? `halfAt(b[(${place}) >> 1u], ${place})` : `b[${place}]`;

/** The function that `readB` needs for halves. */
export const halfAt = `
fn halfAt(pair: u32, place: u32) -> f32 {
  let both = unpack2x16float(pair);
  return select(both.x, both.y, (place & 1u) == 1u);
}`;

/** WGSL that puts `value` at place `at` of y, with what the product adds to it. */
export const store = ({ residual, accumulates }: Product, at: string, value: string): string =>
  `y[${at}] ${accumulates ? '+=' : '='} ${value}${residual ? ` + residual[${at}]` : ''};`;

/** 0 … count − 1. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The power of two from 1 to `most` that covers `wanted` with the least waste. */
export function tileSide(wanted: number, most: number): number {
  let side = 1;
  while (side < wanted && side < most) side *= 2;
  return side;
}
