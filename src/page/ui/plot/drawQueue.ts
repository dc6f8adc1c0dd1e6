/** Time for drawing in one frame, ms: the rest of a frame is the visitor's. */
const budgetMs = 6;
/** Of it, for one job of many items. */
const sliceMs = 4;

/** Draws what has changed with the next frames, no more in each than fits beside everything else. */
export class DrawQueue {
  readonly #jobs = new Map<object, () => void>();
  #isWaiting = false;

  /** Draws with one of the next frames; a job that was asked for before under the same key is replaced. */
  ask(key: object, job: () => void): void {
    this.#jobs.delete(key);
    this.#jobs.set(key, job);
    this.#schedule();
  }

  /** Works through these items with the next frames, as many in each as fit, and then does what comes after. */
  askEach<T>(key: object, items: readonly T[], work: (item: T) => void, then: () => void): void {
    const goOn = (from: number): void => {
      const start = performance.now();
      let next = from;
      while (next < items.length && performance.now() - start < sliceMs) work(items[next++]!);
      if (next < items.length) this.ask(key, () => goOn(next));
      else then();
    };
    this.ask(key, () => goOn(0));
  }

  drop(key: object): void {
    this.#jobs.delete(key);
  }

  #schedule(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(this.#run);
  }

  readonly #run = (): void => {
    this.#isWaiting = false;
    const start = performance.now();
    for (const [key, job] of this.#jobs) {
      this.#jobs.delete(key);
      job();
      if (performance.now() - start > budgetMs) break;
    }
    if (this.#jobs.size > 0) this.#schedule();
  };
}

/** Of the page: all plots share its frames. */
export const drawQueue = new DrawQueue();
