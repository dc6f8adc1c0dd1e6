/** The parameters of a job lie in one block of words, integers and floats as they come. */
// @ts-ignore: decorator
@inline export function int(params: usize, index: usize): i32 {
  return load<i32>(params + 4 * index);
}
// @ts-ignore: decorator
@inline export function float(params: usize, index: usize): f32 {
  return load<f32>(params + 4 * index);
}
/** An address. */
// @ts-ignore: decorator
@inline export function address(params: usize, index: usize): usize {
  return load<usize>(params + 4 * index);
}

/** Rows of a chunk of the operations that work row by row. */
export const rowsPerChunk: i32 = 32;
/** Words of a chunk of the operations on whole vectors: the order of a sum depends on it. */
export const wordsPerChunk: i32 = 8192;
