import { createArena, type Arena } from '../memory/arena.ts';

/** The weights of a run's best evaluation so far: one copy, written over by the next better one. */
export interface BestWeights {
  /** Steps taken before; null where nothing has been kept. */
  readonly step: number | null;
  /** To be read. */
  readonly copy: Arena | null;
  /** Copies these weights, which go on changing. */
  keep(weights: Arena, step: number): void;
  /** The copy, which is the caller's from now on; null where there is none. */
  take(): Arena | null;
}

/** @param from what has been kept before */
export function createBestWeights(
  from: { readonly words: Float32Array; readonly step: number } | null = null,
): BestWeights {
  let copy = from && createArena(from.words);
  let keptAt = from && from.step;
  return {
    get copy() {
      return copy;
    },
    get step() {
      return keptAt;
    },
    keep(weights, step) {
      copy ??= createArena(new Float32Array(weights.flat.size));
      copy.assign(weights.flat);
      keptAt = step;
    },
    take() {
      const taken = copy;
      copy = null;
      return taken;
    },
  };
}
