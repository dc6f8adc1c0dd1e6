import type { Model } from '../workers/model/model.ts';

/** Milliseconds of forward passes, by what they are for. */
export interface ForwardTimes {
  /** Packed rows, for the loss. */
  losses: number;
  /** Prompts that are read before they are answered. */
  prompts: number;
  /** One more token of each answer. */
  columns: number;
}

/** The model with a clock on it; for a backend that has computed when it returns. */
export function timedModel(model: Model, times: ForwardTimes): Model {
  let kind: keyof ForwardTimes = 'losses';
  const timed = <T>(work: () => T): T => {
    const start = performance.now();
    const result = work();
    times[kind] += performance.now() - start;
    return result;
  };
  return {
    ...model,
    hidden(params, inputs, attend) {
      const reads = inputs.seqLen === 1 ? 'columns' : 'prompts';
      kind = inputs.tokenIndex ? 'losses' : reads;
      return timed(() => model.hidden(params, inputs, attend));
    },
    logits: (params, hidden) => timed(() => model.logits(params, hidden)),
  };
}
