/** Points in a block of the lowest level. */
const firstSize = 8;

interface Level {
  /** Row of the lowest and of the highest finite value of each block; -1 where it has none. */
  low: Int32Array;
  high: Int32Array;
  length: number;
}

/**
 * Where a growing curve is lowest and highest, by blocks of 8, 16, 32 … points. With it, drawing a long curve costs
 * what can be seen of it, not what there is.
 */
export class Extremes {
  readonly #levels: Level[] = [];
  #broken: number[] = [];
  #read = 0;

  /** Rows of values that are not finite, in order. */
  get broken(): readonly number[] {
    return this.#broken;
  }

  /** Reads the values that have come since; those before must be the same. */
  grow(ys: Float64Array): void {
    for (let i = this.#read; i < ys.length; i++) if (!Number.isFinite(ys[i])) this.#broken.push(i);
    this.#read = ys.length;
    const first = this.#level(0);
    while ((first.length + 1) * firstSize <= ys.length) {
      const from = first.length * firstSize;
      push(first, extremesOf(ys, from, from + firstSize));
    }
    for (let k = 1; this.#level(k - 1).length >= 2; k++) {
      const [below, level] = [this.#level(k - 1), this.#level(k)];
      while (2 * (level.length + 1) <= below.length) push(level, merged(ys, below, level.length));
    }
  }

  /**
   * Rows that draw the stretch from row `from` up to, not including, `to` with the same outline as all its points,
   * at most about two for each of `most` blocks. Blocks keep their place while the curve grows. Only finite values.
   */
  outline(ys: Float64Array, from: number, to: number, most: number): number[] {
    const rows: number[] = [];
    const add = (row: number): void => {
      if (row >= 0 && row !== rows.at(-1)) rows.push(row);
    };
    const size = blockSize(to - from, most);
    if (from < to && Number.isFinite(ys[from])) add(from);
    for (let block = Math.floor(from / size); block * size < to; block++) {
      const { low, high } = this.#block(ys, block, size, from, to);
      add(Math.min(low, high));
      add(Math.max(low, high));
    }
    if (from < to && Number.isFinite(ys[to - 1])) add(to - 1);
    return rows;
  }

  #block(ys: Float64Array, block: number, size: number, from: number, to: number): Pair {
    const [first, end] = [block * size, (block + 1) * size];
    const level = this.#levels[Math.log2(size / firstSize)];
    const isWhole = first >= from && end <= to;
    if (isWhole && level && block < level.length) {
      return { low: level.low[block]!, high: level.high[block]! };
    }
    return extremesOf(ys, Math.max(first, from), Math.min(end, to));
  }

  #level(k: number): Level {
    return (this.#levels[k] ??= { low: new Int32Array(16), high: new Int32Array(16), length: 0 });
  }
}

/** Points a block: a power of two, so that blocks of one size lie in those of the next. */
function blockSize(n: number, most: number): number {
  let size = 1;
  while (n / size > most) size *= 2;
  return size;
}

interface Pair {
  readonly low: number;
  readonly high: number;
}

function extremesOf(ys: Float64Array, from: number, to: number): Pair {
  let low = -1;
  let high = -1;
  for (let i = from; i < to; i++) {
    const y = ys[i]!;
    if (!Number.isFinite(y)) continue;
    if (low < 0 || y < ys[low]!) low = i;
    if (high < 0 || y > ys[high]!) high = i;
  }
  return { low, high };
}

/** Of two blocks that lie beside each other. */
function merged(ys: Float64Array, below: Level, block: number): Pair {
  const [left, right] = [2 * block, 2 * block + 1];
  const pick = (a: number, b: number, isBetter: (a: number, b: number) => boolean): number =>
    a < 0 ? b : b < 0 || isBetter(ys[a]!, ys[b]!) ? a : b;
  return {
    low: pick(below.low[left]!, below.low[right]!, (a, b) => a <= b),
    high: pick(below.high[left]!, below.high[right]!, (a, b) => a >= b),
  };
}

function push(level: Level, { low, high }: Pair): void {
  if (level.length === level.low.length) {
    level.low = larger(level.low);
    level.high = larger(level.high);
  }
  level.low[level.length] = low;
  level.high[level.length] = high;
  level.length += 1;
}

function larger(values: Int32Array): Int32Array {
  const room = new Int32Array(2 * values.length);
  room.set(values);
  return room;
}
