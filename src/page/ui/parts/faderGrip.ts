/** A pointer that has come down on a fader, in the fader's own directions. */
export interface Press {
  readonly isMouse: boolean;
  readonly isOnCap: boolean;
  /** Whether the page can be scrolled along the fader: true of the vertical ones. */
  readonly isAlongScroll: boolean;
  /** Where the pointer is along the travel, pixels, growing with the value. */
  readonly at: number;
  /** The value that lies under the pointer. */
  readonly valueThere: number;
}

/** A finger that rests or scrolls wanders; below this it has not meant the fader. */
const slack = 6;

/**
 * One hold of a fader, from press to release. A mouse brings the cap to where it presses the track. A finger never
 * makes it jump: it moves the fader by as much as it moves itself, and where that would be scrolling too,
 * only from the cap. When the browser takes the pointer away for scrolling, the fader goes back.
 */
export class FaderGrip {
  /** Where the fader stood before the press. */
  readonly before: number;
  #at: number;
  #from: number;
  #isMeant: boolean;

  private constructor(press: Press, value: number) {
    const isJump = press.isMouse && !press.isOnCap;
    this.before = value;
    this.#at = press.at;
    this.#from = isJump ? press.valueThere : value;
    this.#isMeant = press.isMouse;
  }

  /** Null when the press is not for the fader: a finger on a track that scrolls with the page. */
  static take(press: Press, value: number): FaderGrip | null {
    const isScroll = !press.isMouse && press.isAlongScroll && !press.isOnCap;
    return isScroll ? null : new FaderGrip(press, value);
  }

  /**
   * Where the fader stands with the pointer here.
   * @param travel pixels from the value 0 to 100
   */
  valueAt(at: number, travel: number): number {
    const moved = at - this.#at;
    if (!this.#isMeant) {
      if (Math.abs(moved) < slack) return this.before;
      this.#isMeant = true;
      this.#at += Math.sign(moved) * slack;
    }
    return this.#from + ((at - this.#at) / travel) * 100;
  }
}
