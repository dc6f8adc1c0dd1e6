import type { Metric } from './metric.ts';
import { lcsF1 } from './lcs.ts';

/** One token for each Han sign, else words: the plain ROUGE tokenizer drops all that is not Latin. */
export const cjkTokens = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];

/** Mean over instances of the best ROUGE-L F1 over the references, × 100; does not score Chinese as 0. */
export const rougeLCjk: Metric = {
  name: 'rougeLCjk',
  score(predictions, references) {
    if (predictions.length === 0) return 0;
    const best = predictions.map((prediction, i) =>
      Math.max(...references[i]!.map((one) => lcsF1(cjkTokens(prediction), cjkTokens(one)))),
    );
    return (100 * best.reduce((sum, f1) => sum + f1, 0)) / best.length;
  },
};
