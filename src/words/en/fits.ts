import type { TaskFits } from '../../core/protocol/index.ts';
import { batch } from '../../core/levers/batch.ts';
import { splitNames } from '../../core/tasks/task.ts';
import type { FitCounts } from '../../core/tokens/fitCounts.ts';

const shown = (count: number): string => count.toLocaleString('en');
const allOf = ({ fits, cut, cannotFit }: FitCounts): number => fits + cut + cannotFit;
const uses = { train: 'training', validation: 'validation', test: 'test' } as const;

/** What does not fit into rows of `seqLen` tokens and what comes of it, a sentence each, with advice; none where all does. */
export function fitSentences(fits: TaskFits[string], seqLen: number): string[] {
  const said = splitNames.flatMap((split) => {
    const counts = fits[split];
    if (!counts) return [];
    const use = uses[split];
    const { cut } = counts;
    const isOne = cut === 1;
    const cutWords = `${shown(cut)} ${use} ${isOne ? 'example loses' : 'examples lose'} the middle of ${isOne ? 'its text' : 'their texts'} to fit ${seqLen} tokens.`;
    return [
      ...(counts.cannotFit > 0 ? [cannotFitWords(counts, split, seqLen)] : []),
      ...(cut > 0 ? [cutWords] : []),
    ];
  });
  return said.length > 0 ? [...said, advice(fits, seqLen)] : [];
}

function cannotFitWords(counts: FitCounts, split: keyof typeof uses, seqLen: number): string {
  const { cannotFit } = counts;
  const all = allOf(counts);
  const which = `${uses[split]} examples`;
  if (split !== 'train') {
    return `${shown(cannotFit)} of ${shown(all)} ${which} don’t fit ${seqLen} tokens and are not scored.`;
  }
  return cannotFit === all
    ? `None of ${shown(all)} ${which} fits ${seqLen} tokens: there is nothing to train on, and its share goes to the others.`
    : `${shown(cannotFit)} of ${shown(all)} ${which} don’t fit ${seqLen} tokens and are not drawn: the task’s share is made of the other ${shown(all - cannotFit)}, which come round sooner.`;
}

function advice(fits: TaskFits[string], seqLen: number): string {
  const longest = batch.rows.seqLen.max;
  if (seqLen < longest) return `A row may have up to ${longest} tokens: raise the row length.`;
  const isAnswerLong = splitNames.some((split) => (fits[split]?.cannotFit ?? 0) > 0);
  return isAnswerLong
    ? 'An answer is never cut: shorten the long ones, or split them over several rows of the file.'
    : 'Shorten the long texts in the file if what matters stands in their middle.';
}
