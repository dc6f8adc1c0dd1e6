/**
 * Named, indexed random streams from one root seed.
 *
 * A stream is a pure function of (seed, name, index…): example i of a task depends on (seed, task, i)
 * only, never on how many numbers were drawn before, so adding a consumer changes nobody else's
 * numbers and resuming needs only counters.
 *
 * The hash is cyrb-style 2 × 32 bit mixing of the name; the generator is sfc32 (Doty-Humphrey,
 * PractRand), which passes PractRand and needs only 32-bit integer arithmetic.
 */
export interface RandomStream {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** Uniform integer in [0, n). */
  int(n: number): number;
  /** One element, uniformly. Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** k distinct elements in random order. */
  sample<T>(items: readonly T[], k: number): T[];
  /** True with probability p. */
  chance(p: number): boolean;
  /** Index drawn in proportion to non-negative weights. */
  weighted(weights: readonly number[]): number;
}

/** The stream of this name and these indices under the root seed. */
export function randomStream(
  seed: number | string,
  ...path: readonly (string | number)[]
): RandomStream {
  const next = sfc32(...hashToState([seed, ...path].join('\u0000')));
  const int = (n: number): number => Math.floor(next() * n);
  const shuffle = <T>(items: readonly T[]): T[] => {
    const copy = items.slice();
    for (let i = copy.length - 1; i > 0; i--) {
      const j = int(i + 1);
      [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
    }
    return copy;
  };
  return {
    next,
    int,
    shuffle,
    pick(items) {
      if (items.length === 0) throw new RangeError('pick: the list is empty');
      return items[int(items.length)]!;
    },
    sample: (items, k) => shuffle(items).slice(0, k),
    chance: (p) => next() < p,
    weighted(weights) {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      let rest = next() * total;
      for (let i = 0; i < weights.length; i++) {
        rest -= weights[i]!;
        if (rest < 0) return i;
      }
      return weights.findLastIndex((weight) => weight > 0);
    },
  };
}

/** 128 bits of state from a text: four differently keyed 32-bit mixes of its UTF-16 units. */
function hashToState(text: string): [number, number, number, number] {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = 0xb7e15162;
  let d = 0xdeadbeef ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ unit, 0x2c1b3c6d);
    b = c ^ Math.imul(b ^ unit, 0x297a2d39);
    c = d ^ Math.imul(c ^ unit, 0x85ebca6b);
    d = a ^ Math.imul(d ^ unit, 0xc2b2ae35);
  }
  a = Math.imul(c ^ (a >>> 18), 0x2c1b3c6d);
  b = Math.imul(d ^ (b >>> 22), 0x297a2d39);
  c = Math.imul(a ^ (c >>> 17), 0x85ebca6b);
  d = Math.imul(b ^ (d >>> 19), 0xc2b2ae35);
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

function sfc32(a: number, b: number, c: number, d: number): () => number {
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
