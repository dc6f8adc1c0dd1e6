import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { linkOf } from '../state/deskLink.ts';

/** A link to this view and this desk onto the clipboard, for someone else. */
export async function copyLink({ desk, notices, world }: App): Promise<void> {
  const link = await linkOf(desk.setup, world.address.current());
  const own = desk.channels.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  try {
    await world.copyText(link);
    notices.done(t.link.copied, own.length > 0 ? t.link.withoutOwn(own) : '');
  } catch {
    notices.failed(t.link.notCopied, link);
  }
}
