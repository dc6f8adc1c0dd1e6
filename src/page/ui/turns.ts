/** Work that is split over tasks of the browser, one piece in each, in the order in which it was asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves in a task of its own, once what it needs is there. @throws what `load` throws; the turns after it are taken all the same. */
  next(): Promise<void>;
  next<T>(load: () => Promise<T>): Promise<T>;
  next<T>(load?: () => Promise<T>): Promise<T | void> {
    const needed = load?.();
    needed?.catch(() => undefined); // told in its turn
    const turn = this.#last
      .then(() => new Promise<void>((go) => setTimeout(go)))
      .then(() => needed);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves once every piece has had its turn, those too that others have asked for. */
  async done(): Promise<void> {
    for (let last; last !== this.#last;) {
      last = this.#last;
      await last;
      // What was drawn in that turn asks for its own pieces before this.
      await new Promise((go) => setTimeout(go));
    }
  }
}

/** Of the page: all that is drawn piece by piece takes turns. */
export const turns = new Turns();
