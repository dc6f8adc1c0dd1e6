import { deskFileOf, type DeskSetup, parseDeskSetup } from '../../core/desk/deskSetup.ts';
import { AppError, causeOf } from '../../core/errors.ts';
import { pack, unpack } from '../bridge/packedText.ts';
import { type ControlGroup, hideParameter, hideValueOf } from './hiddenControls.svelte.ts';

/** Carries a desk in the address of the page. */
export const deskParameter = 'desk';

/**
 * The address of this page with this desk; its view stays, whatever else it asked for goes.
 * @param hide what is out of sight for whoever opens it
 */
export async function linkOf(
  setup: DeskSetup,
  href: string,
  hide: readonly ControlGroup[] = [],
): Promise<string> {
  const { origin, pathname, hash } = new URL(href);
  const packed = await pack(JSON.stringify(deskFileOf(setup)));
  const hidden = hide.length > 0 ? `&${hideParameter}=${hideValueOf(hide)}` : '';
  return `${origin}${pathname}?${deskParameter}=${packed}${hidden}${hash}`;
}

/** Whether an address leads to another page on every other device. */
export function isOnThisComputer(href: string): boolean {
  const { protocol, hostname } = new URL(href);
  return protocol === 'file:' || /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The desk of a link. @throws AppError 'bad-setting': cut off, of a newer version, or with a fault in it. */
export async function deskOfLink(packed: string): Promise<DeskSetup> {
  return parseDeskSetup(await jsonOf(packed));
}

async function jsonOf(packed: string): Promise<unknown> {
  try {
    return JSON.parse(await unpack(packed)) as unknown;
  } catch (error) {
    throw new AppError('bad-setting', 'unreadableLink', { cause: causeOf(error) });
  }
}

/** An address without its desk. */
export function withoutDesk(href: string): string {
  const url = new URL(href);
  url.searchParams.delete(deskParameter);
  return url.href;
}
