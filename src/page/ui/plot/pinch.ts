/** What two fingers do to a plot. Pixels are of the element. */
export interface PinchHand {
  /** Moves the picture along by so many pixels. */
  readonly pan: (by: number) => void;
  /** Closer around this place (above 1), or wider. */
  readonly zoomBy: (factor: number, x: number) => void;
}

type Place = readonly [x: number, y: number];

/** Two fingers, as they lie. */
interface Grip {
  readonly middle: number;
  readonly apart: number;
}

/** Fingers nearer than this, in pixels, are not told apart. */
const nearest = 24;

/** Two fingers on a plot: apart and together zooms around the middle between them, sideways moves the picture along. */
export class Pinch {
  readonly #hand: PinchHand;
  readonly #fingers = new Map<number, Place>();
  #isOn = false;

  constructor(hand: PinchHand) {
    this.#hand = hand;
  }

  /** From the second finger on, until all are lifted: what is left on the plot then is no pointing. */
  get isOn(): boolean {
    return this.#isOn;
  }

  down(id: number, place: Place): void {
    this.#fingers.set(id, place);
    this.#isOn ||= this.#fingers.size > 1;
  }

  move(id: number, place: Place): void {
    if (!this.#fingers.has(id)) return;
    const before = this.#grip();
    this.#fingers.set(id, place);
    const after = this.#grip();
    if (!before || !after) return;
    this.#hand.zoomBy(after.apart / before.apart, before.middle);
    this.#hand.pan(before.middle - after.middle);
  }

  up(id: number): void {
    this.#fingers.delete(id);
    this.#isOn &&= this.#fingers.size > 0;
  }

  /** Of the two that came first; null for one alone. */
  #grip(): Grip | null {
    const [one, other] = this.#fingers.values();
    if (!one || !other) return null;
    const apart = Math.hypot(one[0] - other[0], one[1] - other[1]);
    return { middle: (one[0] + other[0]) / 2, apart: Math.max(nearest, apart) };
  }
}
