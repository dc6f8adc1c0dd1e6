import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** Has the end of a run told outside the page, or no longer; the browser may ask first. */
export async function toggleAlerts({ alerts, world, notices }: App): Promise<void> {
  const isWanted = !alerts.areOn;
  alerts.areOn = isWanted && (await world.mayNotify());
  if (isWanted && !alerts.areOn) notices.failed(t.notices.notAllowed, t.notices.notAllowedHelp);
}
