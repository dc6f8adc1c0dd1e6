import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** Tasks that should be on the desk and are in no list: own files of an earlier visit, or of someone else. */
export function tellAbsent({ desk, library, notices }: App): void {
  const ids = desk.absent.map(({ id }) => id);
  // Without the list of tasks all are absent, which has been said already.
  if (ids.length === 0 || library.tasks.length === 0) return;
  notices.done(t.library.absent(ids), t.library.absentHelp, {
    label: t.library.forget,
    run: () => desk.forgetAbsent(),
  });
}
