import * as v from 'valibot';
import { AppError } from '../errors.ts';

/** Sizes of a Llama-architecture decoder. */
export interface ModelConfig {
  readonly vocabSize: number;
  readonly dModel: number;
  readonly dFf: number;
  readonly nLayers: number;
  readonly nHeads: number;
  readonly nKvHeads: number;
  readonly headDim: number;
  readonly maxSeqLen: number;
  readonly rmsNormEps: number;
  readonly ropeTheta: number;
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
  tie_word_embeddings: v.literal(true),
});

/** Hugging Face's `config.json` of a Llama model with tied embeddings; refuses anything else by key. */
export function parseModelConfig(raw: unknown): ModelConfig {
  const result = v.safeParse(schema, raw);
  if (!result.success) {
    const issue = result.issues[0];
    const key = v.getDotPath(issue) ?? '(top level)';
    throw new AppError(
      'bad-file',
      `config.json: ${key}: ${issue.message}`,
      'Use a Llama model with tied embeddings, as public/models/mini has.',
    );
  }
  const c = result.output;
  checkMultiple(c, 'num_attention_heads', 'num_key_value_heads');
  if (!c.head_dim) checkMultiple(c, 'hidden_size', 'num_attention_heads');
  return {
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
  };
}

type HeadSize = 'hidden_size' | 'num_attention_heads' | 'num_key_value_heads';

function checkMultiple(c: Readonly<Record<HeadSize, number>>, name: HeadSize, of: HeadSize): void {
  if (c[name] % c[of] === 0) return;
  throw new AppError(
    'bad-file',
    `config.json: ${name} = ${c[name]} is not a multiple of ${of} = ${c[of]}`,
    'Use the config.json that belongs to the weights.',
  );
}
