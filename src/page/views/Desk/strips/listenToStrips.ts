import type { Strip } from '../../../state/strip.svelte.ts';
import type { StripSelection } from '../../../state/stripSelection.svelte.ts';
import type { StripsView } from '../../../state/stripsView.svelte.ts';
import type { Orientation } from '../../../ui/parts/faderKeys.ts';
import { isRoveKey, rove, selectKeyOf, stripIdOf, stripKeyOf } from './rove.ts';

/** What keys, presses and focus act on, as it is when they come. */
export interface Heard {
  readonly shown: () => readonly Strip[];
  readonly orientation: () => Orientation;
  readonly view: StripsView;
  readonly selection: StripSelection;
  /** The selection has changed. */
  readonly onselect: () => void;
}

/** Hears keys, presses and focus of all strips in one place: put on their list as an attachment. */
export function listenToStrips(heard: Heard) {
  const { shown, orientation, view } = heard;
  const stripOf = (event: Event): Strip | undefined =>
    shown().find(({ id }) => id === stripIdOf(event));

  function key(event: KeyboardEvent): void {
    const strip = stripOf(event);
    const pressed = stripKeyOf(event);
    if (strip && select(event, strip, heard)) heard.onselect();
    else if (strip && pressed === 'mute') strip.toggleMute();
    else if (strip && pressed === 'solo') strip.toggleSolo(event.shiftKey);
    else if (!rove(event, orientation())) return;
    event.preventDefault();
  }

  /** A press on a name that selects opens nothing. */
  function press(event: MouseEvent): void {
    const strip = stripOf(event);
    if (!strip || !isOnName(event) || !selectAt(event, strip, heard)) return;
    event.preventDefault();
    event.stopPropagation();
    heard.onselect();
  }

  function enter(event: FocusEvent): void {
    view.active = stripIdOf(event);
    if (view.marked === view.active) view.marked = null;
  }

  return (list: HTMLElement): (() => void) => {
    list.addEventListener('keydown', key);
    list.addEventListener('click', press, { capture: true });
    list.addEventListener('focusin', enter);
    return () => {
      list.removeEventListener('keydown', key);
      list.removeEventListener('click', press, { capture: true });
      list.removeEventListener('focusin', enter);
    };
  };
}

const isOnName = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-control="name"]') !== null;

/** Ctrl or ⌘ one more, Shift all between, and without a key where the hand is picking. Whether it selected. */
function selectAt(event: MouseEvent, strip: Strip, { selection, shown }: Heard): boolean {
  if (event.shiftKey) selection.extendTo(strip, shown());
  else if (event.ctrlKey || event.metaKey || selection.isPicking) selection.toggle(strip);
  else return false;
  return true;
}

/** V this one, Shift with an arrow the one beside it too, Ctrl or ⌘ A all. Whether the key selected. */
function select(
  event: KeyboardEvent,
  strip: Strip,
  { selection, shown, orientation }: Heard,
): boolean {
  const pressed = selectKeyOf(event);
  if (pressed === 'one') selection.toggle(strip);
  else if (pressed === 'all') selection.add(shown());
  else if (event.shiftKey && isRoveKey(event, orientation())) {
    selection.add([strip]);
    rove(event, orientation());
    const next = document.activeElement?.closest<HTMLElement>('[data-strip]')?.dataset['strip'];
    selection.add(shown().filter(({ id }) => id === next));
  } else return false;
  return true;
}
