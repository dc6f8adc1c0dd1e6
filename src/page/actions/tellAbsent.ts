import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { fetchAbsent } from './addHub.ts';

/** Tasks that should be on the desk and are in no list: datasets of a hub, own files of an earlier visit, or of someone else. */
export function tellAbsent(app: App): void {
  const { desk, library, notices } = app;
  // Without the list of tasks all are absent, which has been said already.
  if (library.tasks.length === 0) return;
  const ofHub = desk.absent.flatMap(({ hub }) => (hub === undefined ? [] : [hub]));
  const others = desk.absent.filter(({ hub }) => hub === undefined).map(({ id }) => id);
  if (others.length > 0) {
    notices.done(t.library.absent(others), t.library.absentHelp, {
      label: t.library.forget,
      run: () => desk.forgetAbsent(),
    });
  }
  // Another server hears of the visit: only when the visitor says so.
  if (ofHub.length > 0) {
    notices.failed(t.hub.wanted(ofHub), t.hub.wantedHelp(app.hub.address.current), {
      label: t.hub.fetch,
      run: () => void fetchAbsent(app),
    });
  }
}
