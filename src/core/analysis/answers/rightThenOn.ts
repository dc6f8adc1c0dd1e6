import type { Metric } from '../../metrics/metric.ts';
import { verdictOf } from './answerVerdict.ts';

/**
 * Whether an answer fails only because the model went on talking: its first line, or its beginning up to the
 * end of a sentence, is a right answer. Base models do so: they have not learnt to stop.
 */
export function isRightThenOn(
  metric: Metric,
  answer: string,
  references: readonly string[],
): boolean {
  const said = answer.trim();
  const isRight = (text: string): boolean =>
    verdictOf(metric.score([text], [references])) === 'right';
  if (isRight(said)) return false;
  const firstLine = said.split('\n')[0]!.trim();
  return isRight(firstLine) || references.some((reference) => goesOn(said, reference.trim()));
}

/** Begins with the reference, which ends there as a sentence does. */
function goesOn(said: string, reference: string): boolean {
  if (reference === '' || !said.startsWith(reference)) return false;
  const rest = said.slice(reference.length);
  return /[.!?]$/.test(reference) ? /^\s/.test(rest) : /^[ \t]*[\n.!?]/.test(rest);
}
