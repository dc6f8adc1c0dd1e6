/** A fader's own direction: along the other one the focus moves between strips. */
export type Orientation = 'vertical' | 'horizontal';

/** The part of a key press that a fader reads. */
export interface FaderKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const coarse = 10;
const plain = 2;
const fine = 1;

const ahead: Readonly<Record<Orientation, readonly string[]>> = {
  vertical: ['ArrowDown', 'ArrowUp'],
  horizontal: ['ArrowLeft', 'ArrowRight'],
};

/** How far one press or one notch of the wheel goes: coarse with Shift, fine with Alt. */
export const faderStride = ({ shiftKey, altKey }: Omit<FaderKey, 'key'>): number =>
  altKey ? fine : shiftKey ? coarse : plain;

/**
 * Where a key puts a fader that stands at `value`, 0–100, before it is held in its travel; null for a key that is not
 * the fader's.
 */
export function faderKey(
  pressed: FaderKey,
  { value, atRest, orientation }: { value: number; atRest: number; orientation: Orientation },
): number | null {
  const direction = ahead[orientation].indexOf(pressed.key);
  if (direction >= 0) return value + (direction * 2 - 1) * faderStride(pressed);
  const places: Readonly<Record<string, number>> = {
    PageUp: value + coarse,
    PageDown: value - coarse,
    Home: 0,
    End: 100,
    Delete: atRest,
    Backspace: atRest,
  };
  return places[pressed.key] ?? null;
}
