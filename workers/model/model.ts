import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { countParams, paramTable } from './params.ts';
import type { ParamSpec } from './params.ts';
import { createRope, disposeRope } from './ropeTables.ts';
import type { Rope } from './ropeTables.ts';
import { createWeights } from './weights.ts';
import type { ModelWeights } from './weights.ts';

/** A model without its weights: sizes, where each parameter lies, position tables. */
export interface Model {
  readonly config: ModelConfig;
  readonly table: readonly ParamSpec[];
  readonly nParams: number;
  /** Tables of positions 0 … length − 1, made once for each length. */
  readonly rope: (length: number) => Rope;
  dispose(): void;
}

export function createModel(config: ModelConfig): Model {
  const table = paramTable(config);
  const ropes = new Map<number, Rope>();
  return {
    config,
    table,
    nParams: countParams(table),
    rope(length) {
      const rope = ropes.get(length) ?? createRope(config, length);
      ropes.set(length, rope);
      return rope;
    },
    dispose() {
      for (const rope of ropes.values()) disposeRope(rope);
      ropes.clear();
    },
  };
}

/** Weights from one flat vector [P] in the order of the table. */
export function weightsOf(model: Model, flat: Float32Array): ModelWeights {
  return createWeights(model.table, model.config.nLayers, tf.tensor1d(flat));
}
