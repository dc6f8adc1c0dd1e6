import type * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { paramLayout } from './params.ts';
import type { ParamLayout } from './params.ts';
import { createRopeTable } from './ropeTable.ts';
import { createWeights } from './weights.ts';
import type { ModelWeights } from './weights.ts';

/** A model without its weights: sizes, where each parameter lies, position tables. */
export interface Model {
  readonly config: ModelConfig;
  readonly layout: ParamLayout;
  /** Table of positions 0 … length − 1, made once for each length: [length, Dh]. */
  readonly ropeTable: (length: number) => tf.Tensor2D;
  dispose(): void;
}

export function createModel(config: ModelConfig): Model {
  const tables = new Map<number, tf.Tensor2D>();
  return {
    config,
    layout: paramLayout(config),
    ropeTable(length) {
      const table = tables.get(length) ?? createRopeTable(config, length);
      tables.set(length, table);
      return table;
    },
    dispose() {
      for (const table of tables.values()) table.dispose();
      tables.clear();
    },
  };
}

/** Weights from one flat vector [P] in the order of the layout. */
export const weightsOf = ({ layout, config }: Model, flat: Float32Array): ModelWeights =>
  createWeights(layout, config.nLayers, flat);

/** A copy of these weights, on the device. */
export function copyWeights(model: Model, from: ModelWeights): ModelWeights {
  const copy = weightsOf(model, new Float32Array(model.layout.flatLength));
  copy.arena.assign(from.arena.flat);
  return copy;
}
