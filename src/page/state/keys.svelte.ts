import { oneOf, Persisted } from './persisted.svelte.ts';

/** What a shortcut is told from: the part of a keyboard event that counts. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * Whether this key was pressed. `mod+shift+z`: Ctrl or ⌘ with Shift and z; `Space`; `x` or `?`: the character alone,
 * whatever the layout needs for it.
 */
export function matchesKey(pressed: Pressed, key: string): boolean {
  const parts = key.split('+');
  const last = parts.at(-1)!;
  const isModified = pressed.ctrlKey || pressed.metaKey;
  if (pressed.altKey || isModified !== parts.includes('mod')) return false;
  if (last === 'Space') return pressed.code === 'Space' && !pressed.shiftKey;
  const isLetter = /^[a-z]$/.test(last);
  if (isLetter && pressed.shiftKey !== parts.includes('shift')) return false;
  return pressed.key.toLowerCase() === last;
}

/** A key without Ctrl or ⌘: it can be switched off, for who speaks to the page or hits keys by accident (WCAG 2.1.4). */
export const isSingleKey = (key: string): boolean => !key.startsWith('mod+');

/** Whether single keys are shortcuts, remembered between visits. */
export class Keys {
  readonly #areOn = new Persisted('singleKeys', true, oneOf([true, false]));

  get areOn(): boolean {
    return this.#areOn.current;
  }

  set areOn(areOn: boolean) {
    this.#areOn.current = areOn;
  }
}
