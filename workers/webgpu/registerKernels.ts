import { registerAdamWWebgpu } from '../kernels/adamW/webgpu.ts';
import { registerAttentionWebgpu } from '../kernels/attention/webgpu.ts';
import { registerCachedAttentionWebgpu } from '../kernels/cachedAttention/webgpu.ts';
import { registerCrossEntropyWebgpu } from '../kernels/crossEntropy/webgpu.ts';
import { registerEmbeddingWebgpu } from '../kernels/embedding/webgpu.ts';
import { registerGradNormWebgpu } from '../kernels/gradNorm/webgpu.ts';
import { registerHalfLinearWebgpu } from '../kernels/halfLinear/webgpu.ts';
import { registerLinearWebgpu } from '../kernels/linear/webgpu.ts';
import { registerPickRowsWebgpu } from '../kernels/pickRows/webgpu.ts';
import { registerRmsNormWebgpu } from '../kernels/rmsNorm/webgpu.ts';
import { registerRopeWebgpu } from '../kernels/rope/webgpu.ts';
import { registerSwigluWebgpu } from '../kernels/swiglu/webgpu.ts';
import { registerTaskSumsWebgpu } from '../kernels/taskSums/webgpu.ts';
import type { Recorder } from './recorder.ts';

/** Registers every kernel of ours for 'webgpu'. */
export function registerKernels(recorder: Recorder): void {
  registerEmbeddingWebgpu(recorder);
  registerRmsNormWebgpu(recorder);
  registerLinearWebgpu(recorder);
  registerHalfLinearWebgpu(recorder);
  registerRopeWebgpu(recorder);
  registerAttentionWebgpu(recorder);
  registerCachedAttentionWebgpu(recorder);
  registerSwigluWebgpu(recorder);
  registerCrossEntropyWebgpu(recorder);
  registerTaskSumsWebgpu(recorder);
  registerPickRowsWebgpu(recorder);
  registerGradNormWebgpu(recorder);
  registerAdamWWebgpu(recorder);
}
