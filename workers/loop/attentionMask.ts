/** Added to scores where attention is forbidden; finite, because WGSL may assume no infinities. */
export const forbidden = -1e9;

/**
 * Mask of packed rows: position i sees j when both belong to the same example and j ≤ i; padding
 * sees itself only. exampleIds: [B, T], contiguous inside a row. Gives [B, 1, T, T].
 */
export function packedMask(
  exampleIds: Int32Array,
  batchSize: number,
  seqLen: number,
): Float32Array {
  const mask = new Float32Array(batchSize * seqLen * seqLen).fill(forbidden);
  for (let row = 0; row < batchSize; row++) {
    let start = 0;
    for (let i = 0; i < seqLen; i++) {
      const at = row * seqLen + i;
      const id = exampleIds[at]!;
      if (id === 0 || i === 0 || id !== exampleIds[at - 1]) start = i;
      mask.fill(0, at * seqLen + start, at * seqLen + i + 1);
    }
  }
  return mask;
}
