const firstCapacity = 256;
/** Of the first capacities of columns: so that hundreds of them do not all move to larger places in the same step. */
const [apart, different] = [16, 16];

/**
 * A growing table of numbers by name, e.g. `loss` of task 3: rows are added at its end and never change. What
 * has no value in a row is NaN there.
 */
export class GrowingRows {
  #length = 0;
  readonly #columns = new Map<string, Float64Array>();

  get length(): number {
    return this.#length;
  }

  /** Appends a row of these values by column. */
  push(values: Iterable<readonly [column: string, value: number]>): void {
    const row = this.#length;
    for (const [column, value] of values) this.#withRoom(column, row + 1)[row] = value;
    this.#length += 1;
  }

  /** The column up to `length`, or undefined where no row has it. */
  column(name: string, length = this.#length): Float64Array | undefined {
    return this.#columns.has(name) ? this.#withRoom(name, length).subarray(0, length) : undefined;
  }

  #withRoom(name: string, rows: number): Float64Array {
    const known = this.#columns.get(name);
    if (known && known.length >= rows) return known;
    let capacity = known?.length ?? firstCapacity + apart * (this.#columns.size % different);
    while (capacity < rows) capacity *= 2;
    const larger = new Float64Array(capacity).fill(NaN, known?.length ?? 0);
    if (known) larger.set(known);
    this.#columns.set(name, larger);
    return larger;
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
