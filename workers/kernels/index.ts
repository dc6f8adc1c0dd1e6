import { adamWOperation } from './adamW/operation.ts';
import { packedAttentionOperation } from './attention/operation.ts';
import { cachedAttentionOperation } from './cachedAttention/operation.ts';
import { crossEntropyOperation } from './crossEntropy/operation.ts';
import { embeddingOperation } from './embedding/operation.ts';
import { gradNormOperation } from './gradNorm/operation.ts';
import { halfLinearOperation } from './halfLinear/operation.ts';
import { linearOperation } from './linear/operation.ts';
import { pickRowsOperation } from './pickRows/operation.ts';
import { rmsNormOperation } from './rmsNorm/operation.ts';
import { ropeOperation } from './rope/operation.ts';
import { swigluOperation } from './swiglu/operation.ts';
import { taskSumsOperation } from './taskSums/operation.ts';
import type { Operation } from './operation.ts';

/**
 * Our operations, in the order in which a training step meets them: one line each. Names, kernels,
 * self-test and the table in docs/kernels.md follow from here.
 */
export const operations: readonly Operation[] = [
  embeddingOperation,
  rmsNormOperation,
  linearOperation,
  halfLinearOperation,
  ropeOperation,
  packedAttentionOperation,
  swigluOperation,
  crossEntropyOperation,
  taskSumsOperation,
  pickRowsOperation,
  gradNormOperation,
  adamWOperation,
  cachedAttentionOperation,
];
