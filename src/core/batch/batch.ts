/**
 * One packed batch, all arrays row-major [B, T].
 * Attention is allowed inside one example only: same row, same non-zero exampleId, and causal.
 */
export interface Batch {
  readonly batchSize: number; // B, rows
  readonly seqLen: number; // T
  readonly inputIds: Int32Array; // [B, T]
  /** inputIds shifted by one inside each example; 0 where nothing is predicted. */
  readonly targets: Int32Array; // [B, T]
  /** 1 where the target is a token of the answer or its end-of-sequence, else 0. */
  readonly lossMask: Float32Array; // [B, T]
  /** Index into the run's task list; -1 at padding. */
  readonly taskIds: Int32Array; // [B, T]
  /** 1, 2, … inside a row; 0 at padding. */
  readonly exampleIds: Int32Array; // [B, T]
  /** Index into `parts`: what the *input* token belongs to. */
  readonly partIds: Uint8Array; // [B, T]
}
