/** Length of a window, ms. */
const windowMs = 1000;
/** A longer gap is no slow frame: nobody looked at the page. */
const awayMs = 1000;
/** Quicker displays count as one of 60 Hz: what is smooth there is smooth. */
const quickestMs = 1000 / 60;

/** Counts the frames of a page by their times. */
export class FrameWindow {
  #start: number | null = null;
  #gaps: number[] = [];
  /** From frame to frame, where none is lost: what this display has shown to be able to. */
  #periodMs = Infinity;

  /**
   * One more frame.
   *
   * @param ms its time, from anywhere
   * @returns the share of frames that were lost, 0–1, when a window ends with it
   */
  add(ms: number): number | null {
    const start = this.#start;
    const gap = start === null ? Infinity : ms - start - sum(this.#gaps);
    if (start === null || gap > awayMs) return this.#begin(ms);
    this.#gaps.push(gap);
    const elapsed = ms - start;
    if (elapsed < windowMs) return null;
    this.#periodMs = Math.max(quickestMs, Math.min(this.#periodMs, shortGap(this.#gaps)));
    const lost = 1 - (this.#gaps.length * this.#periodMs) / elapsed;
    this.#begin(ms);
    return Math.max(0, lost);
  }

  #begin(ms: number): null {
    this.#start = ms;
    this.#gaps = [];
    return null;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** A tenth of the gaps are shorter: one frame after the other, even where most come late. */
const shortGap = (gaps: readonly number[]): number =>
  gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 10)]!;
