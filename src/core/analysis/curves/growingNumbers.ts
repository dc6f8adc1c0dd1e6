/** First capacities, so that the curves of hundreds of tasks do not all move to larger places in the same step. */
const [firstCapacity, apart, different] = [64, 4, 16];

/** Numbers with room behind their end. */
export class GrowingNumbers {
  static #made = 0;
  #values = new Float64Array(firstCapacity + apart * (GrowingNumbers.#made++ % different));
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const room = new Float64Array(2 * this.length);
      room.set(this.#values);
      this.#values = room;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The first `length` of them; what is pushed later does not show. */
  first(length = this.length): Float64Array {
    return this.#values.subarray(0, length);
  }
}
