/**
 * How the heads of one position lie in a packed row of width (H + 2·Hkv)·Dh: all query heads, then
 * the key heads, then the value heads.
 */
export interface HeadLayout {
  readonly nHeads: number; // H
  readonly nKvHeads: number; // Hkv, a divisor of H
  readonly headDim: number; // Dh
}

/** Only these fields: kernels read their attributes by name. */
export const headAttrs = ({ nHeads, nKvHeads, headDim }: HeadLayout): HeadLayout => ({
  nHeads,
  nKvHeads,
  headDim,
});
