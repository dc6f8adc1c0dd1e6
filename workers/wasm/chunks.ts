/** As in params.as.ts, where the kernels cut the same way. */
const rowsPerChunk = 32;
const wordsPerChunk = 8192;

/** Chunks of an operation that works row by row. */
export const rowChunks = (nRows: number): number => Math.ceil(nRows / rowsPerChunk);

/** Chunks of an operation on whole vectors. */
export const wordChunks = (nWords: number): number => Math.ceil(nWords / wordsPerChunk);
