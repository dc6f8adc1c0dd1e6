import { lcsF1 } from './lcs.ts';
import { createMeanMetric } from './meanMetric.ts';

/** Scripts that set no space between words; the long-vowel mark goes with kana. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u30fc\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** Marks belong to the letter before them. */
const token = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}]\\p{M}*)+`, 'gu');

/**
 * One token for each sign of a script without spaces, else words: the plain ROUGE tokenizer drops all that is
 * not Latin.
 */
export const cjkTokens = (text: string): string[] =>
  text.normalize('NFC').toLowerCase().match(token) ?? [];

/** Mean over instances of the best ROUGE-L F1 over the references, × 100; does not score Chinese as 0. */
export const rougeLCjk = createMeanMetric('rougeLCjk', (prediction, reference) =>
  lcsF1(cjkTokens(prediction), cjkTokens(reference)),
);
