import type { ExamResult } from '../../../../core/analysis/exam/examResult.ts';
import type { Interval } from '../../../../core/statistics/bootstrap.ts';
import { formatWhole } from '../../../i18n/format.ts';
import { t } from '../../../i18n/texts.ts';

/** What came out of an exam of `n` questions, in sentences: scores, what the difference is worth, strong and weak sides. */
export function examSentences(
  { base, tuned, gain, weakest, strongest }: ExamResult,
  n: number,
  nameOf: (taskId: string) => string,
): string[] {
  const words = t.exam.result;
  const sentences: string[] = [];
  if (base && tuned) sentences.push(words.both(n, formatWhole(base.mean), formatWhole(tuned.mean)));
  else if (base) {
    sentences.push(words.one(n, t.exam.base, formatWhole(base.mean), rangeOf(base)));
  }
  if (gain) sentences.push(differenceOf(gain));
  if (weakest && strongest) {
    const [high, low] = [formatWhole(strongest.score), formatWhole(weakest.score)];
    sentences.push(words.sides(nameOf(strongest.taskId), high, nameOf(weakest.taskId), low));
  }
  return sentences;
}

function differenceOf(gain: Interval): string {
  const words = t.exam.result;
  if (gain.low > 0) return words.better(formatWhole(gain.mean), rangeOf(gain));
  if (gain.high < 0) {
    const loss = { mean: -gain.mean, low: -gain.high, high: -gain.low };
    return words.worse(formatWhole(loss.mean), rangeOf(loss));
  }
  return words.noise(rangeOf(gain));
}

const rangeOf = ({ low, high }: Interval): string =>
  t.exam.interval(formatWhole(low), formatWhole(high));
