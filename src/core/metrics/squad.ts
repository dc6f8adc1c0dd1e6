import { collapseSpace, withoutAsciiPunctuation } from './normalise.ts';
import { createMeanMetric } from './meanMetric.ts';
import { createShareMetric } from './shareMetric.ts';

/** Python's word border, which knows letters of every script: the article in "à la" is none. */
const articles = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu;

/** SQuAD's answer normalisation: lower case, no ASCII punctuation, no articles, white space collapsed. */
export const squadAnswer = (text: string): string =>
  collapseSpace(withoutAsciiPunctuation(text.toLowerCase()).replace(articles, ' '));

const wordsOf = (text: string): string[] => squadAnswer(text).split(' ').filter(Boolean);

/** How many words the lists have in common, each as often as in both. */
function sharedWords(predicted: readonly string[], wanted: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  return predicted.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}

/** F1 over the words of one answer, 0–1; where one side has none, 1 only if both have none. */
function wordF1(prediction: string, reference: string): number {
  const [predicted, wanted] = [wordsOf(prediction), wordsOf(reference)];
  if (predicted.length === 0 || wanted.length === 0) {
    return predicted.length === wanted.length ? 1 : 0;
  }
  const shared = sharedWords(predicted, wanted);
  return (2 * shared) / (predicted.length + wanted.length);
}

/** Mean over instances of the best F1 over words, × 100, as SQuAD's `evaluate-v2.0.py` computes it. */
export const squadF1 = createMeanMetric('squadF1', wordF1);

/** Share of answers equal to a reference after SQuAD's normalisation, which leaves articles out. */
export const squadExactMatch = createShareMetric(
  'squadExactMatch',
  (prediction, reference) => squadAnswer(prediction) === squadAnswer(reference),
);
