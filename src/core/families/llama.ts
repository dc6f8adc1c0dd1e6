import * as v from 'valibot';
import { AppError } from '../errors.ts';
import type { BlockPlan, FamilySpec, ModelSizes, TensorPlan } from './family.ts';

/** Sizes of a decoder of Llama's architecture (Touvron et al. 2023, section 2.2). */
export interface LlamaConfig extends ModelSizes {
  readonly modelType: 'llama';
  readonly dFf: number;
  readonly nKvHeads: number;
  readonly headDim: number;
  readonly rmsNormEps: number;
  readonly ropeTheta: number;
  /** The head is the embedding, transposed. */
  readonly isTied: boolean;
}

/** Named as Hugging Face's `LlamaForCausalLM` names its weights. */
export const llama: FamilySpec<LlamaConfig> = {
  modelType: 'llama',
  parseConfig,
  blocks,
  /** The tape keeps about 16·D + 8·F numbers a layer until the gradients are done, and the logits twice. */
  activationWords: ({ nLayers, vocabSize, dModel, dFf }) =>
    nLayers * (16 * dModel + 8 * dFf) + 2 * vocabSize,
};

function blocks(config: LlamaConfig): BlockPlan[] {
  const { vocabSize, dModel, nLayers, isTied } = config;
  const layers = Array.from({ length: nLayers }, (_, i) => layerBlocks(config, i));
  return [
    {
      key: 'embedding',
      role: 'embedding',
      tensors: [{ name: 'model.embed_tokens.weight', shape: [vocabSize, dModel] }],
    },
    ...layers.flat(),
    { key: 'norm', role: 'gain', tensors: [{ name: 'model.norm.weight', shape: [dModel] }] },
    {
      key: 'head',
      role: 'matrix',
      tensors: [{ name: 'lm_head.weight', shape: [vocabSize, dModel] }],
      ...(isTied && { tiedTo: 'embedding' }),
    },
  ];
}

/** What lies side by side is multiplied in one product. */
function layerBlocks(config: LlamaConfig, layer: number): BlockPlan[] {
  const { dModel, dFf, nHeads, nKvHeads, headDim } = config;
  const tensor = (name: string, ...shape: number[]): TensorPlan => ({
    name: `model.layers.${layer}.${name}.weight`,
    shape,
  });
  const key = (name: string): string => `layers.${layer}.${name}`;
  const matrix = { role: 'matrix', adapts: true } as const;
  return [
    { key: key('inputNorm'), role: 'gain', tensors: [tensor('input_layernorm', dModel)] },
    {
      key: key('qkv'),
      ...matrix,
      tensors: [
        tensor('self_attn.q_proj', nHeads * headDim, dModel),
        tensor('self_attn.k_proj', nKvHeads * headDim, dModel),
        tensor('self_attn.v_proj', nKvHeads * headDim, dModel),
      ],
    },
    {
      key: key('o'),
      ...matrix,
      writesResidual: true,
      tensors: [tensor('self_attn.o_proj', dModel, nHeads * headDim)],
    },
    {
      key: key('postAttentionNorm'),
      role: 'gain',
      tensors: [tensor('post_attention_layernorm', dModel)],
    },
    {
      key: key('gateUp'),
      ...matrix,
      tensors: [tensor('mlp.gate_proj', dFf, dModel), tensor('mlp.up_proj', dFf, dModel)],
    },
    {
      key: key('down'),
      ...matrix,
      writesResidual: true,
      tensors: [tensor('mlp.down_proj', dModel, dFf)],
    },
  ];
}

const size = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(max));
const schema = v.object({
  model_type: v.literal('llama'),
  vocab_size: size(1_000_000),
  hidden_size: size(16_384),
  intermediate_size: size(65_536),
  num_hidden_layers: size(256),
  num_attention_heads: size(256),
  num_key_value_heads: size(256),
  head_dim: v.optional(size(1024)),
  max_position_embeddings: size(1_000_000),
  rms_norm_eps: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  rope_theta: v.optional(v.pipe(v.number(), v.minValue(1)), 10_000),
  tie_word_embeddings: v.optional(v.boolean(), false),
});

function parseConfig(raw: unknown): LlamaConfig {
  const result = v.safeParse(schema, raw);
  if (!result.success) {
    const issue = result.issues[0];
    const values = { key: v.getDotPath(issue) ?? '', cause: issue.message };
    throw new AppError('bad-file', 'badModelConfig', values);
  }
  const c = result.output;
  checkMultiple(c, 'num_attention_heads', 'num_key_value_heads');
  if (!c.head_dim) checkMultiple(c, 'hidden_size', 'num_attention_heads');
  return {
    modelType: c.model_type,
    vocabSize: c.vocab_size,
    dModel: c.hidden_size,
    dFf: c.intermediate_size,
    nLayers: c.num_hidden_layers,
    nHeads: c.num_attention_heads,
    nKvHeads: c.num_key_value_heads,
    headDim: c.head_dim ?? c.hidden_size / c.num_attention_heads,
    maxSeqLen: c.max_position_embeddings,
    rmsNormEps: c.rms_norm_eps,
    ropeTheta: c.rope_theta,
    isTied: c.tie_word_embeddings,
  };
}

type HeadSize = 'hidden_size' | 'num_attention_heads' | 'num_key_value_heads';

function checkMultiple(c: Readonly<Record<HeadSize, number>>, name: HeadSize, of: HeadSize): void {
  if (c[name] % c[of] === 0) return;
  const values = { key: name, value: c[name], ofKey: of, ofValue: c[of] };
  throw new AppError('bad-file', 'noMultiple', values);
}
