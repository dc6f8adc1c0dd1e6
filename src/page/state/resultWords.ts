import type { BestEvaluation } from '../../core/analysis/bestEvaluation.ts';
import type { RunResult, TaskResult } from '../../core/analysis/runResult.ts';
import { t } from '../i18n/texts.ts';
import type { Desk } from './desk.svelte.ts';

/**
 * What came of a run, as sentences: what gained most, what is still at chance, what got worse, what was only watched,
 * which evaluation was best. Without a result it ended too early for one.
 */
export function resultWords(
  result: RunResult | null,
  best: BestEvaluation | null,
  desk: Pick<Desk, 'channel'>,
): readonly string[] {
  if (!result) return [t.headline.tooEarly];
  const { trained, watched } = result;
  const name = ({ taskId }: TaskResult): string => desk.channel(taskId)?.name ?? taskId;
  const gain = trained?.bestGain;
  const words = t.headline;
  return [
    ...(trained && !gain ? [words.noGain] : []),
    ...(gain && trained.tasks.length > 1 ? [words.bestGain(name(gain), gain.to - gain.from)] : []),
    ...(trained?.atChance.length ? [words.atChance(trained.atChance.map(name))] : []),
    ...(trained?.worse.length ? [words.worse(trained.worse.map(name))] : []),
    ...(watched ? [words.watched(watched.from, watched.to)] : []),
    ...(best ? [bestWords(best)] : []),
  ];
}

const bestWords = ({ isLast, place, of, step }: BestEvaluation): string =>
  isLast ? t.headline.bestIsLast : t.headline.best(place, of, step);
