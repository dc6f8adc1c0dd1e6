// Brings the declarations of its parts.
import type {} from 'webgpu-llm';
import { LLMEngine, Model } from 'webgpu-llm/llm';
import { llama } from '../../src/core/families/llama.ts';
import { laidOut } from '../../workers/model/layout.ts';
import type { ParamSpec } from '../../workers/model/layout.ts';
import { adamW } from '../benchEngine.ts';
import type { BenchEngine, BenchSetup } from '../benchEngine.ts';
import { initialWeights, modelConfigOf } from '../initialWeights.ts';
import type { Shape } from '../shapes.ts';

/** What is called here of webgpu-llm 0.1.0; its own declarations leave the model open. */
interface TrainedModel {
  allocate(): void;
  allocActivations(): void;
  allocBackward(): void;
  importWeights(tensors: readonly { name: string; data: Float32Array }[]): void;
  forwardLoss(tokens: Uint32Array, targets: Uint32Array): Promise<number>;
  backward(tokens: Uint32Array, accumulate: boolean): Promise<void>;
  step(options: object, accumulated: number): Promise<void>;
  destroy(): void;
}

const noClipping = 1e9;

/**
 * webgpu-llm 0.1.0: the same decoder from the same weights. It takes one row at a time, reads the loss of
 * each, and adds up their gradients; half precision keeps a copy of the weights for the forward pass.
 */
export async function createWebgpuLlm(setup: BenchSetup): Promise<BenchEngine> {
  const { shape, backend, precision, seed } = setup;
  if (backend !== 'webgpu') throw new Error('webgpu-llm trains on WebGPU only');
  const engine = await new LLMEngine().init();
  const layout = laidOut(llama.blocks(modelConfigOf(shape)));
  const model = new Model(engine, modelOptions(shape, precision)) as unknown as TrainedModel;
  model.allocate();
  model.allocActivations();
  model.allocBackward();
  const flat = initialWeights(layout, seed);
  model.importWeights(layout.specs.map((spec) => theirTensor(spec, flat, shape)));
  const options = {
    lr: adamW.learningRate,
    beta1: adamW.beta1,
    beta2: adamW.beta2,
    weight_decay: adamW.weightDecay,
    adam_eps: adamW.epsilon,
    grad_clip: noClipping,
  };
  return {
    nParams: layout.nParams,
    notes: ['webgpu-llm 0.1.0, one row at a time'],
    async step({ inputIds, targets }) {
      let sum = 0;
      for (let row = 0; row < shape.batchSize; row++) {
        const part = [row * shape.seqLen, (row + 1) * shape.seqLen] as const;
        const tokens = Uint32Array.from(inputIds.subarray(...part));
        sum += await model.forwardLoss(tokens, Uint32Array.from(targets.subarray(...part)));
        await model.backward(tokens, row > 0);
      }
      await model.step(options, shape.batchSize);
      return sum / shape.batchSize;
    },
    dispose: () => model.destroy(),
  };
}

function modelOptions(shape: Shape, precision: BenchSetup['precision']): object {
  const { dModel, nHeads } = shape;
  return {
    d_model: dModel,
    n_heads: nHeads,
    n_kv_heads: nHeads,
    head_dim: dModel / nHeads,
    kv_dim: dModel,
    n_layers: shape.nLayers,
    d_ff: shape.dFf,
    activation: 'swiglu',
    vocab_size: shape.vocabSize,
    seq_len: shape.seqLen,
    rms_eps: 1e-5,
    precision: precision === 'fp16' ? 'mixed' : 'fp32',
  };
}

const theirNames: Readonly<Record<string, string>> = {
  input_layernorm: 'attn_norm_w',
  'self_attn.q_proj': 'wq',
  'self_attn.k_proj': 'wk',
  'self_attn.v_proj': 'wv',
  'self_attn.o_proj': 'wo',
  post_attention_layernorm: 'ffn_norm_w',
  'mlp.gate_proj': 'w_gate',
  'mlp.up_proj': 'w_up',
  'mlp.down_proj': 'w_down',
};

/** A weight under their name: [in, out] but for the embedding, and heads with RoPE's pairs side by side. */
export function theirTensor(
  { name, offset, size, shape: dims }: Omit<ParamSpec, 'plan'>,
  flat: Float32Array,
  shape: Shape,
): { name: string; data: Float32Array } {
  const values = flat.slice(offset, offset + size);
  const [, layer, inLayer] = /^model\.layers\.(\d+)\.(.+)\.weight$/.exec(name) ?? [];
  if (!inLayer) {
    return { name: name.includes('embed') ? 'tok_emb' : 'final_norm_w', data: values };
  }
  const label = `L${layer}.${theirNames[inLayer]!}`;
  const [nOut, nIn] = dims;
  if (nIn === undefined) return { name: label, data: values };
  const isRotated = inLayer === 'self_attn.q_proj' || inLayer === 'self_attn.k_proj';
  const data = new Float32Array(size);
  for (let o = 0; o < nOut!; o++) {
    const to = isRotated ? sideBySide(o, shape.dModel / shape.nHeads) : o;
    for (let i = 0; i < nIn; i++) data[i * nOut! + to] = values[o * nIn + i]!;
  }
  return { name: label, data };
}

/** Row `o` of heads whose pairs are half a head apart, where pairs are neighbours. */
function sideBySide(o: number, headDim: number): number {
  const [head, d] = [Math.floor(o / headDim), o % headDim];
  const half = headDim / 2;
  return head * headDim + (d < half ? 2 * d : 2 * (d - half) + 1);
}
