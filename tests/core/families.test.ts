import { describe, expect, test } from 'vitest';
import { llama, type LlamaConfig } from '../../src/core/families/llama.ts';
import { parseModelConfig } from '../../src/core/families/parseModelConfig.ts';
import { transposed } from '../../src/core/families/storedForm.ts';
import { inWords } from '../inWords.ts';

describe('config.json', () => {
  const mini = {
    model_type: 'llama',
    vocab_size: 2048,
    hidden_size: 128,
    intermediate_size: 352,
    num_hidden_layers: 4,
    num_attention_heads: 4,
    num_key_value_heads: 2,
    max_position_embeddings: 256,
    rms_norm_eps: 1e-5,
    tie_word_embeddings: true,
  };
  test('reads the sizes and derives the head width', () => {
    expect(parseModelConfig(mini, [llama])).toMatchObject({
      dModel: 128,
      nKvHeads: 2,
      headDim: 32,
      ropeTheta: 10_000,
    });
  });
  test('a head is tied only where the file says so, as in Hugging Face', () => {
    const silent = Object.fromEntries(
      Object.entries(mini).filter(([key]) => key !== 'tie_word_embeddings'),
    );
    expect(parseModelConfig(mini, [llama])).toMatchObject({ isTied: true });
    expect(parseModelConfig(silent, [llama])).toMatchObject({ isTied: false });
  });
  test.each([
    [{ ...mini, model_type: 'gpt2' }, /model_type/],
    [{ ...mini, hidden_size: '128' }, /hidden_size/],
    [{ ...mini, num_key_value_heads: 3 }, /not a multiple/],
    [{ ...mini, hidden_size: 130 }, /hidden_size = 130 is not a multiple of num_attention_heads/],
    [{ ...mini, tie_word_embeddings: 'yes' }, /tie_word_embeddings/],
    [null, /model_type: got undefined, wanted one of llama/],
  ])('refuses %#', (config, message) => {
    expect(inWords(() => parseModelConfig(config, [llama]))).toThrow(message);
  });
});

const tiny: LlamaConfig = {
  modelType: 'llama',
  vocabSize: 7,
  dModel: 4,
  dFf: 6,
  nLayers: 2,
  nHeads: 2,
  nKvHeads: 1,
  headDim: 2,
  maxSeqLen: 8,
  rmsNormEps: 1e-5,
  ropeTheta: 10_000,
  isTied: true,
};

describe('the blocks of a family', () => {
  test.each([true, false])('have keys and published names that occur once (tied: %s)', (isTied) => {
    const blocks = llama.blocks({ ...tiny, isTied });
    const names = blocks.flatMap(({ tensors }) => tensors.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
    expect(blocks.filter(({ tiedTo }) => tiedTo !== undefined)).toHaveLength(isTied ? 1 : 0);
  });
});

test('a tensor that is stored the other way round comes back as it was', () => {
  const stored = Float32Array.of(1, 2, 3, 4, 5, 6); // [In, Out] = [2, 3]
  const shape = [3, 2];
  const read = transposed.fromStored(stored, shape);
  expect(transposed.shape(shape)).toEqual([2, 3]);
  expect([...read]).toEqual([1, 4, 2, 5, 3, 6]);
  expect(transposed.toStored(read, shape)).toEqual(stored);
});
