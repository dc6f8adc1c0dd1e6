/**
 * Where threads find work: a few words of shared memory. One job is open at a time, cut into chunks;
 * whoever is free claims the next chunk. `ticket` holds the job's number and its next chunk in one
 * word, so that a late thread can never claim a chunk of a job that is over.
 */
export const slots = {
  /** Counts jobs; sleeping threads wait for it to change. */
  wake: 0,
  /** Job number · 65536 + next chunk. */
  ticket: 1,
  job: 2,
  nChunks: 3,
  params: 4,
  /** Chunks that are done. */
  done: 5,
  /** 1 when a chunk has failed. */
  failed: 6,
  /** Scratch memory: of thread i from scratchBase + i · scratchSize. */
  scratchBase: 7,
  scratchSize: 8,
} as const;

export const boardWords = 16;
/** Also the mark of a job that is over: no chunk has this number. */
export const maxChunks = 0xffff;
export const nextChunkOf = (ticket: number): number => ticket & 0xffff;

/**
 * Claims chunks of the open job until none is left. `run` gets job, params and chunk.
 */
export function workOff(
  board: Int32Array,
  run: (job: number, params: number, chunk: number) => void,
): void {
  for (;;) {
    const ticket = Atomics.load(board, slots.ticket);
    const chunk = nextChunkOf(ticket);
    if (chunk >= Atomics.load(board, slots.nChunks)) return;
    const job = Atomics.load(board, slots.job);
    const params = Atomics.load(board, slots.params);
    // Fails when another thread was faster, or when the job that was read above is over.
    if (Atomics.compareExchange(board, slots.ticket, ticket, ticket + 1) !== ticket) continue;
    try {
      run(job, params, chunk);
    } catch {
      Atomics.store(board, slots.failed, 1);
    }
    Atomics.add(board, slots.done, 1);
  }
}
