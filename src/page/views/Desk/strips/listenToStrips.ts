import type { Strip } from '../../../state/strip.svelte.ts';
import type { StripsView } from '../../../state/stripsView.svelte.ts';
import type { Orientation } from '../../../ui/parts/faderKeys.ts';
import { rove, stripIdOf, stripKeyOf } from './rove.ts';

/** What keys and focus act on, as it is when they come. */
export interface Heard {
  readonly shown: () => readonly Strip[];
  readonly orientation: () => Orientation;
  readonly view: StripsView;
}

/** Hears keys and focus of all strips in one place: put on their list as an attachment. */
export function listenToStrips({ shown, orientation, view }: Heard) {
  function key(event: KeyboardEvent): void {
    const strip = shown().find(({ id }) => id === stripIdOf(event));
    const pressed = stripKeyOf(event);
    if (strip && pressed === 'mute') strip.toggleMute();
    else if (strip && pressed === 'solo') strip.toggleSolo(event.shiftKey);
    else if (!rove(event, orientation())) return;
    event.preventDefault();
  }

  function enter(event: FocusEvent): void {
    view.active = stripIdOf(event);
    if (view.marked === view.active) view.marked = null;
  }

  return (list: HTMLElement): (() => void) => {
    list.addEventListener('keydown', key);
    list.addEventListener('focusin', enter);
    return () => {
      list.removeEventListener('keydown', key);
      list.removeEventListener('focusin', enter);
    };
  };
}
