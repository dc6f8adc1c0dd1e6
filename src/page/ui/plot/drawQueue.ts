/** Time for drawing in one frame, ms: the rest of a frame is the visitor's. */
const budgetMs = 6;

/** Draws what has changed with the next frames, no more in each than fits beside everything else. */
export class DrawQueue {
  readonly #jobs = new Map<object, () => void>();
  #frame: number | null = null;

  /** Draws with one of the next frames; a job that was asked for before under the same key is replaced. */
  ask(key: object, job: () => void): void {
    this.#jobs.delete(key);
    this.#jobs.set(key, job);
    this.#frame ??= requestAnimationFrame(this.#run);
  }

  drop(key: object): void {
    this.#jobs.delete(key);
  }

  readonly #run = (): void => {
    this.#frame = null;
    const start = performance.now();
    for (const [key, job] of this.#jobs) {
      this.#jobs.delete(key);
      job();
      if (performance.now() - start > budgetMs) break;
    }
    if (this.#jobs.size > 0) this.#frame ??= requestAnimationFrame(this.#run);
  };
}

/** Of the page: all plots share its frames. */
export const drawQueue = new DrawQueue();
