import type { BpeModel } from './bpe.ts';

/** Special tokens in the order of their ids: padding is 0, end of sequence is 1. */
export const specialTokens = ['<pad>', '<eos>'] as const;

/** The model in Hugging Face's `tokenizer.json` form, version 1.0. */
export function tokenizerJson({ vocab, merges }: BpeModel) {
  const byteLevel = { add_prefix_space: false, trim_offsets: true, use_regex: true };
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: specialTokens.map(addedToken),
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Digits', individual_digits: true },
        { type: 'ByteLevel', ...byteLevel },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel', ...byteLevel },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: false,
      vocab: Object.fromEntries(vocab.map((token, id) => [token, id])),
      merges: merges.map(([left, right]) => `${left} ${right}`),
    },
  };
}

function addedToken(content: string, id: number) {
  const flags = { single_word: false, lstrip: false, rstrip: false, normalized: false };
  return { id, content, ...flags, special: true };
}

/** `tokenizer_config.json`: what `transformers` needs to load the tokenizer beside the model. */
export function tokenizerConfigJson(maxLength: number) {
  return {
    tokenizer_class: 'PreTrainedTokenizerFast',
    model_max_length: maxLength,
    pad_token: '<pad>',
    eos_token: '<eos>',
    clean_up_tokenization_spaces: false,
  };
}
