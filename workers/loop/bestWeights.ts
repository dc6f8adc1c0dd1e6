import { createArena, type Arena } from '../memory/arena.ts';

/** The weights of a run's best evaluation so far: one copy, written over by the next better one. */
export interface BestWeights {
  /** Steps taken before; null where nothing has been kept. */
  readonly step: number | null;
  /** Copies these weights, which go on changing. */
  keep(weights: Arena, step: number): void;
  /** The copy, which is the caller's from now on; null where there is none. */
  take(): Arena | null;
}

export function createBestWeights(): BestWeights {
  let copy: Arena | null = null;
  let keptAt: number | null = null;
  return {
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
