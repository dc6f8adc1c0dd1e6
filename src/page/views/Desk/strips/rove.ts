import type { Orientation } from '../../../ui/parts/faderKeys.ts';

const ways: Readonly<Record<Orientation, Readonly<Record<string, -1 | 1>>>> = {
  vertical: { ArrowLeft: -1, ArrowRight: 1 },
  horizontal: { ArrowUp: -1, ArrowDown: 1 },
};

const isField = (node: EventTarget | null): boolean => node instanceof HTMLInputElement;

/** The strip that an event happened in. */
export const stripIdOf = (event: Event): string | null =>
  stripOf(event.target)?.dataset['strip'] ?? null;

const stripOf = (node: EventTarget | null): HTMLElement | null =>
  node instanceof Element ? node.closest<HTMLElement>('[data-strip]') : null;

/** Whether the key goes from strip to strip. */
export const isRoveKey = (event: KeyboardEvent, orientation: Orientation): boolean =>
  ways[orientation][event.key] !== undefined && !isField(event.target);

/**
 * Arrows across the faders carry the focus to the same control of the next strip. Whether the key was one of
 * these.
 */
export function rove(event: KeyboardEvent, orientation: Orientation): boolean {
  const way = ways[orientation][event.key];
  if (way === undefined || isField(event.target)) return false;
  const strip = stripOf(event.target);
  const next = way > 0 ? strip?.nextElementSibling : strip?.previousElementSibling;
  if (!(next instanceof HTMLElement)) return strip !== null;
  const control = event.target instanceof HTMLElement ? event.target.dataset['control'] : undefined;
  const same = next.querySelector<HTMLElement>(`[data-control="${control ?? 'fader'}"]`);
  (same ?? next.querySelector<HTMLElement>('[data-control="fader"]'))?.focus();
  return true;
}

/** A letter pressed on a strip, without a modifier and not while typing: its mute and solo keys. */
export function stripKeyOf(event: KeyboardEvent): 'mute' | 'solo' | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isField(event.target)) {
    return null;
  }
  const key = event.key.toLowerCase();
  return key === 'm' ? 'mute' : key === 's' ? 'solo' : null;
}

/** V, or with Ctrl or ⌘ the A that means everything, while not typing. */
export function selectKeyOf(event: KeyboardEvent): 'one' | 'all' | null {
  if (event.altKey || event.shiftKey || event.repeat || isField(event.target)) return null;
  const isModified = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (key === 'v' && !isModified) return 'one';
  return key === 'a' && isModified ? 'all' : null;
}
