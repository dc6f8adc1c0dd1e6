const firstCapacity = 256;

/**
 * A growing table of numbers by name, e.g. `loss` of task 3: rows are added at its end and never change. What
 * has no value in a row is NaN there.
 */
export class GrowingRows {
  #length = 0;
  #capacity = firstCapacity;
  readonly #columns = new Map<string, Float64Array>();

  get length(): number {
    return this.#length;
  }

  /** Appends a row of these values by column. */
  push(values: Iterable<readonly [column: string, value: number]>): void {
    if (this.#length === this.#capacity) this.#grow();
    for (const [column, value] of values) this.#columnFor(column)[this.#length] = value;
    this.#length += 1;
  }

  /** The column up to `length`, or undefined where no row has it. */
  column(name: string, length = this.#length): Float64Array | undefined {
    return this.#columns.get(name)?.subarray(0, length);
  }

  #columnFor(name: string): Float64Array {
    const known = this.#columns.get(name);
    if (known) return known;
    const made = new Float64Array(this.#capacity).fill(NaN);
    this.#columns.set(name, made);
    return made;
  }

  #grow(): void {
    const filled = this.#capacity;
    this.#capacity *= 2;
    for (const [name, values] of this.#columns) {
      const larger = new Float64Array(this.#capacity).fill(NaN, filled);
      larger.set(values);
      this.#columns.set(name, larger);
    }
  }
}

/** A table as it was when it was asked for: later rows of the same run do not show in it. */
export interface Rows {
  readonly length: number;
  /** Values by row, NaN where there is none; of one task where `taskIndex` is given. [length] */
  column(name: string, taskIndex?: number): Float64Array;
  /** What grows under it: the same for all states of one run, a key for what is derived from it. */
  readonly source: object;
}

/** The name of a task's column. */
export const columnName = (name: string, taskIndex?: number): string =>
  taskIndex === undefined ? name : `${name} ${taskIndex}`;

/** The first `length` rows. */
export function rowsOf(source: GrowingRows, length: number = source.length): Rows {
  return {
    length,
    source,
    column: (name, taskIndex) =>
      source.column(columnName(name, taskIndex), length) ?? new Float64Array(length).fill(NaN),
  };
}
