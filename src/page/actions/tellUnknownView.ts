import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** Someone followed an address that leads to no view. */
export function tellUnknownView({ notices }: App, hash: string): void {
  notices.failed(t.shell.unknownAddress(hash), t.shell.unknownAddressHelp);
}
