import type { Slots, Wording } from '../tasks/task.ts';

/** The wording and its ending. */
export const askedText = ({ text, ending }: Pick<Wording, 'text' | 'ending'>): string =>
  ending === undefined ? text : `${text} ${ending}`;

/** The text with its `{name}`s filled; an unknown name stays as it is. */
export function fillSlots(text: string, slots: Slots = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(slots, name) ? slots[name]! : whole,
  );
}
