import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { linkOf } from '../state/deskLink.ts';

/** A link to this view and this desk onto the clipboard, for someone else; it hides what is hidden here. */
export async function copyLink(app: App): Promise<void> {
  const { desk, hidden, world } = app;
  await copyAddress(app, await linkOf(desk.setup, world.address.current(), hidden.groups));
}

/** An address that carries the desk onto the clipboard; says what such an address does not carry. */
export async function copyAddress({ desk, notices, world }: App, link: string): Promise<void> {
  const own = desk.channels.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  try {
    await world.copyText(link);
    notices.done(t.link.copied, own.length > 0 ? t.link.withoutOwn(own) : '');
  } catch {
    notices.failed(t.link.notCopied, link);
  }
}
