import type { RunRecord } from '../../core/runs/record.ts';
import { t } from '../i18n/texts.ts';

/** That a run has ended, and by what. */
export function endWords({ name, outcome, plan }: RunRecord): string {
  if (outcome === 'early') return t.notices.endedEarly(name, plan.settings.patience);
  return outcome === 'stopped' ? t.notices.stopped(name) : t.notices.finished(name);
}
