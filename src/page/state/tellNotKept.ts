import { causeOf } from '../../core/errors.ts';
import { t } from '../i18n/texts.ts';
import type { Notices } from './notices.svelte.ts';

/** Says why a run can't be kept. @param cause what the browser's database has thrown */
export function tellNotKept(notices: Notices, cause: unknown): void {
  const isFull = cause instanceof Error && cause.name === 'QuotaExceededError';
  notices.failed(t.runs.notKept, isFull ? t.runs.fullDisk : t.runs.noDatabase(causeOf(cause)));
}
