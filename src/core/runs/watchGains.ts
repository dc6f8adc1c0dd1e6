import type { Standing, TaskEvaluation } from '../protocol/index.ts';
import type { Settings } from '../settings/table.ts';
import { mean } from '../statistics/mean.ts';
import type { RunEvaluation } from './record.ts';

/** What early stopping looks at of an evaluation. */
type Looked = Pick<RunEvaluation, 'step' | 'results'>;

export type StopRule = Pick<Settings, 'patience' | 'stopMetric' | 'minDelta'>;

/** What the evaluations of a run have shown until now. */
export interface Watched {
  readonly best: Looked;
  /** The last one that was a gain. */
  readonly gained: Looked;
  /** Evaluations since then. */
  readonly withoutGain: number;
}

/**
 * After the next evaluation. A gain is more than `minDelta` beyond the last gain (Prechelt 1998: stop when nothing has
 * been gained in so many strips); best is whatever is better at all, and among equal scores what has the lower loss. What can't be
 * compared counts as a gain.
 * @param trained tasks that count; the others are only watched
 */
export function watchGains(
  before: Watched | null,
  now: Looked,
  { stopMetric, minDelta }: StopRule,
  trained: readonly string[],
): Watched {
  if (!before) return { best: now, gained: now, withoutGain: 0 };
  const isGain = (gainOver(before.gained, now, stopMetric, trained) ?? Infinity) > minDelta;
  return {
    best: isBetter(before.best, now, stopMetric, trained) ? now : before.best,
    gained: isGain ? now : before.gained,
    withoutGain: isGain ? 0 : before.withoutGain + 1,
  };
}

export const standingOf = ({ best, withoutGain }: Watched): Standing => ({
  bestStep: best.step,
  withoutGain,
});

/** Whether a run that stands like this has waited long enough; never with a patience of 0. */
export const isOutOfPatience = (
  { withoutGain }: Pick<Standing, 'withoutGain'>,
  { patience }: Pick<StopRule, 'patience'>,
): boolean => patience > 0 && withoutGain >= patience;

function isBetter(
  before: Looked,
  now: Looked,
  metric: StopRule['stopMetric'],
  trained: readonly string[],
): boolean {
  const gain = gainOver(before, now, metric, trained) ?? Infinity;
  return gain > 0 || (gain === 0 && (gainOver(before, now, 'validationLoss', trained) ?? 0) > 0);
}

/**
 * What is better now, as a mean over these tasks: points of score on the examples that both have asked, or nats of loss where
 * that is meant or nothing is scored; null where nothing was measured twice.
 */
function gainOver(
  before: Looked,
  now: Looked,
  metric: StopRule['stopMetric'],
  trained: readonly string[],
): number | null {
  const pairs = trained.flatMap((id): Pair[] => {
    const [was, is] = [before, now].map(({ results }) => results.find((one) => one.taskId === id));
    return was && is ? [[was, is]] : [];
  });
  const scores = metric === 'validationLoss' ? [] : pairs.flatMap(scoreGain);
  const gains = scores.length > 0 ? scores : pairs.flatMap(lossGain);
  return gains.length > 0 ? mean(gains) : null;
}

type Pair = readonly [was: TaskEvaluation, is: TaskEvaluation];

/** Smaller evaluations ask the first of the examples that larger ones ask. */
function scoreGain([was, is]: Pair): number[] {
  const [before, after] = [was.itemScores ?? [], is.itemScores ?? []];
  const both = Math.min(before.length, after.length);
  return both > 0 ? [mean(after.slice(0, both)) - mean(before.slice(0, both))] : [];
}

const lossGain = ([was, is]: Pair): number[] =>
  was.loss !== null && is.loss !== null ? [was.loss - is.loss] : [];
