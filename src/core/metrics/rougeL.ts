import { lcsF1 } from './lcs.ts';
import { createMeanMetric } from './meanMetric.ts';
import { porterStem } from './porterStemmer.ts';

/** `rouge_score`'s tokenizer with stemming: `[a-z0-9]+`, words over three letters stemmed. */
export function rougeTokens(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((token) => (token.length > 3 ? porterStem(token) : token));
}

/** ROUGE-L F1 of one prediction against one reference, 0–1 (Lin 2004, section 3). */
export function rougeLF1(prediction: string, reference: string): number {
  return lcsF1(rougeTokens(prediction), rougeTokens(reference));
}

/**
 * Mean over instances of the best ROUGE-L F1 over the references, × 100, as the
 * Super-NaturalInstructions evaluation computes it. Text without Latin letters or digits scores 0.
 */
export const rougeL = createMeanMetric('rougeL', rougeLF1);
