/** From one state to the next, by one movement of the hand. */
export interface HistoryStep<T> {
  readonly before: T;
  readonly after: T;
}

interface Noted<T> extends HistoryStep<T> {
  readonly atMs: number;
  /** The press of the pointer that it belongs to; null when made without one. */
  readonly gesture: number | null;
}

/** What a history must know of its states. */
export interface HistoryRules<T> {
  readonly isSame: (a: T, b: T) => boolean;
  /** What slides between the two, by name, as a fader under arrow keys does; null where nothing slides. */
  readonly slideOf: (before: T, after: T) => string | null;
}

/** Nudges of one fader that follow each other this quickly are one step. */
const slideRestMs = 900;
const longest = 200;

/** What the hand has done, step by step, to be undone and done again. It keeps states; who reads them puts them back. */
export class History<T> {
  #steps = $state.raw<readonly Noted<T>[]>([]);
  /** How many of the steps are done; those behind are undone. */
  #done = $state(0);
  #present: T | null = null;
  #gesture: number | null = null;
  #gestures = 0;
  readonly #rules: HistoryRules<T>;

  constructor(rules: HistoryRules<T>) {
    this.#rules = rules;
  }

  /** What undo would take back. */
  readonly back: HistoryStep<T> | null = $derived(this.#steps[this.#done - 1] ?? null);
  /** What redo would do again. */
  readonly forth: HistoryStep<T> | null = $derived(this.#steps[this.#done] ?? null);

  /** From here on: what came before was the page's doing, not the hand's. */
  begin(state: T): void {
    this.#present = state;
    this.#steps = [];
    this.#done = 0;
  }

  /** The pointer went down: until it comes up, whatever changes is one step. */
  hold(): void {
    this.#gesture = ++this.#gestures;
  }

  release(): void {
    this.#gesture = null;
  }

  /** The state as it is now. Means nothing before `begin`, and where nothing has changed. */
  note(state: T, atMs: number): void {
    const { isSame } = this.#rules;
    const before = this.#present;
    if (before === null || isSame(before, state)) return;
    this.#present = state;
    const last = this.#continued(state, atMs);
    const kept = this.#steps.slice(0, last ? this.#done - 1 : this.#done);
    const step = { before: last?.before ?? before, after: state, atMs, gesture: this.#gesture };
    // Brought back to where it was, it was no step.
    const steps = isSame(step.before, state) ? kept : [...kept, step];
    this.#steps = steps.slice(-longest);
    this.#done = this.#steps.length;
  }

  /** The state before the latest step, which becomes the present one; null where there is none. */
  undo(): T | null {
    return this.#go(this.back?.before, -1);
  }

  redo(): T | null {
    return this.#go(this.forth?.after, 1);
  }

  #go(to: T | undefined, by: number): T | null {
    if (to === undefined) return null;
    this.#done += by;
    this.#present = to;
    return to;
  }

  /** The latest step, where this change goes on with it. */
  #continued(state: T, atMs: number): Noted<T> | null {
    const last = this.#steps[this.#done - 1];
    if (!last || this.forth) return null;
    if (this.#gesture !== null) return last.gesture === this.#gesture ? last : null;
    const { slideOf } = this.#rules;
    const slides = slideOf(last.after, state);
    const isSlide = slides !== null && slides === slideOf(last.before, last.after);
    return isSlide && last.gesture === null && atMs - last.atMs < slideRestMs ? last : null;
  }
}
