import { bestEvaluation } from '../../core/analysis/bestEvaluation.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { endWords } from '../state/endWords.ts';
import { resultWords } from '../state/resultWords.ts';

/** Says how a run goes on, to who cannot see it. */
export function announceProgress({ announcer, headline, progress, world }: App): void {
  const { master } = headline;
  const percent = progress.share * 100;
  const words = master
    ? t.headline.announce(master.score, master.baseScore, percent)
    : t.transport.announce(t.transport.status[progress.status], percent);
  announcer.say(words, world.now());
}

/** Says that a run has ended and what came of it: to who cannot see the page, and to who looks elsewhere. */
export function announceEnd({ announcer, alerts, headline, progress, desk, world }: App): void {
  const { run } = progress;
  if (!run) return;
  const { result } = headline;
  const lead = endWords(run);
  const mean = result?.trained
    ? `${t.headline.fromTo(result.trained.from, result.trained.to)} ${t.headline.ofHundred}.`
    : '';
  const words = [mean, ...resultWords(result, bestEvaluation(run), desk)].filter(
    (one) => one !== '',
  );
  announcer.say([lead, ...words].join(' '), world.now(), true);
  if (alerts.areOn) world.notify(lead, words.join(' '));
}
