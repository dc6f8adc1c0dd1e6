import type { RunResult, TaskResult } from '../../core/analysis/runResult.ts';
import { t } from '../i18n/texts.ts';
import type { Desk } from './desk.svelte.ts';

/** What came of a run, as sentences: what gained most, what is still at chance, what got worse, what was only watched. */
export function resultWords(
  { trained, watched }: RunResult,
  desk: Pick<Desk, 'channel'>,
): readonly string[] {
  const name = ({ taskId }: TaskResult): string => desk.channel(taskId)?.name ?? taskId;
  const best = trained?.bestGain;
  const words = t.headline;
  return [
    ...(trained && !best ? [words.noGain] : []),
    ...(best && trained.tasks.length > 1 ? [words.bestGain(name(best), best.to - best.from)] : []),
    ...(trained?.atChance.length ? [words.atChance(trained.atChance.map(name))] : []),
    ...(trained?.worse.length ? [words.worse(trained.worse.map(name))] : []),
    ...(watched ? [words.watched(watched.from, watched.to)] : []),
  ];
}
