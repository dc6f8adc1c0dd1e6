import type { DeskSetup } from '../../core/desk/deskSetup.ts';
import { AppError } from '../../core/errors.ts';
import { t } from '../i18n/texts.ts';
import type { App } from '../state/createApp.ts';
import { deskOfLink, withoutDesk } from '../state/deskLink.ts';
import { useDesk } from './useDesk.ts';

/** The desk of a link, in the place of what was there, which can be had back; a broken link changes nothing. */
export async function openLink(app: App, packed: string): Promise<void> {
  const { desk, presets, notices, world } = app;
  try {
    const linked = await deskOfLink(packed);
    const back = desk.isRemembered ? backTo(app, desk.kept) : null;
    desk.useSetup(linked);
    presets.choose(null);
    notices.done(t.link.opened, '', back);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notices.error(error.info);
  }
  // What the hand moves from now on counts, also after a reload.
  world.address.replace(withoutDesk(world.address.current()));
}

const backTo = (app: App, before: DeskSetup) => ({
  label: t.link.putBack,
  run: () => void useDesk(app, before),
});
