import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';

/** Puts the page's address on the clipboard, and says so. */
export async function copyLink({ notices }: App): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    notices.done(t.shell.linkCopied);
  } catch {
    notices.failed(t.shell.linkNotCopied, location.href);
  }
}
