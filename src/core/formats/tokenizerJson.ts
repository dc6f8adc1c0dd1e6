import { Tokenizer as HfTokenizer } from '@huggingface/tokenizers';
import type { Tokenizer } from '../tokens/tokenizer.ts';
import { AppError, causeOf } from '../errors.ts';

const maxCached = 50_000;

/**
 * Between a character that is not a space and a space with a word behind it, byte-level BPE always
 * cuts, so that what lies on both sides can be encoded apart.
 */
const wordStarts = /(?<=\S)(?= \S)/u;

/**
 * A tokenizer from a Hugging Face `tokenizer.json` (byte-level BPE with `<eos>` and `<pad>`).
 * Text is never control: markers such as `<eos>` in it are encoded sign by sign, and the special ids
 * are had by id alone. Words repeat a lot in a mixture, so their encodings are remembered.
 */
export function createTokenizer(tokenizerJson: unknown): Tokenizer {
  const hf = loadTokenizer(tokenizerJson);
  const plain = loadTokenizer({ ...(tokenizerJson as object), added_tokens: [] });
  const eosId = specialId(hf, '<eos>');
  const padId = specialId(hf, '<pad>');
  const vocab = hf.get_vocab();
  const byteLengths = byteLengthOfIds(vocab, [eosId, padId]);
  const cache = new Map<string, number[]>();
  const isCutAtWords = cutsAtWords(tokenizerJson);
  return {
    eosId,
    padId,
    vocabSize: vocab.size,
    byteLength: (id) => byteLengths[id] ?? 0,
    // The library refuses an empty list.
    decode: (ids) => (ids.length === 0 ? '' : hf.decode([...ids], { skip_special_tokens: true })),
    encode(text) {
      if (text === '') return [];
      return (isCutAtWords ? text.split(wordStarts) : [text]).flatMap(encodePart);
    },
  };

  function encodePart(text: string): number[] {
    const known = cache.get(text);
    if (known) return known;
    const { ids } = plain.encode(text, { add_special_tokens: false });
    if (cache.size >= maxCached) cache.clear();
    cache.set(text, ids);
    return ids;
  }
}

/** True for byte-level splitting into words, alone or behind the splitting of digits. */
function cutsAtWords(tokenizerJson: unknown): boolean {
  const { normalizer, pre_tokenizer: first } = tokenizerJson as Record<string, Splitter | null>;
  const steps = first?.type === 'Sequence' ? (first.pretokenizers ?? []) : first ? [first] : [];
  return (
    !normalizer &&
    steps.at(-1)?.type === 'ByteLevel' &&
    steps.at(-1)?.use_regex !== false &&
    steps.slice(0, -1).every(({ type }) => type === 'Digits')
  );
}

interface Splitter {
  readonly type: string;
  readonly use_regex?: boolean;
  readonly pretokenizers?: readonly Splitter[];
}

function loadTokenizer(tokenizerJson: unknown): HfTokenizer {
  try {
    return new HfTokenizer(tokenizerJson as object, { clean_up_tokenization_spaces: false });
  } catch (error) {
    throw new AppError('bad-file', 'badTokenizer', { cause: causeOf(error) });
  }
}

function specialId(hf: HfTokenizer, content: string): number {
  const id = hf.token_to_id(content);
  if (id === undefined) {
    throw new AppError('bad-file', 'tokenMissing', { token: content });
  }
  return id;
}

/** In a byte-level vocabulary each character of a token stands for one byte. */
function byteLengthOfIds(vocab: ReadonlyMap<string, number>, special: readonly number[]): number[] {
  const lengths: number[] = [];
  for (const [token, id] of vocab) lengths[id] = special.includes(id) ? 0 : [...token].length;
  return lengths;
}
