import { expect, test } from 'vitest';
import { faderKey, faderStride } from '../../src/page/ui/parts/faderKeys.ts';
import { levelFrom } from '../../src/page/views/Desk/strips/levelFrom.ts';

const upright = { value: 40, atRest: 50, orientation: 'vertical' } as const;
const lying = { ...upright, orientation: 'horizontal' } as const;
const key = (name: string, { shiftKey = false, altKey = false } = {}) => ({
  key: name,
  shiftKey,
  altKey,
});

test('arrows along a fader move it: coarse with Shift, fine with Alt', () => {
  expect(faderKey(key('ArrowUp'), upright)).toBe(42);
  expect(faderKey(key('ArrowDown', { shiftKey: true }), upright)).toBe(30);
  expect(faderKey(key('ArrowUp', { altKey: true }), upright)).toBe(41);
  expect(faderKey(key('ArrowRight'), lying)).toBe(42);
  expect(faderStride(key('', { altKey: true }))).toBe(1);
});

test('arrows across a fader are not its own: they carry the focus', () => {
  expect(faderKey(key('ArrowRight'), upright)).toBeNull();
  expect(faderKey(key('ArrowUp'), lying)).toBeNull();
  expect(faderKey(key('a'), upright)).toBeNull();
});

test('pages, ends, and back to rest', () => {
  const places = ['PageUp', 'PageDown', 'Home', 'End', 'Delete', 'Backspace'];
  expect(places.map((name) => faderKey(key(name), upright))).toEqual([50, 30, 0, 100, 50, 50]);
});

test('a typed level is whole and held in the travel; what is no number is none', () => {
  expect(['73', ' 12,6', '250', '-4', '40%'].map(levelFrom)).toEqual([73, 13, 100, 0, 40]);
  expect(['', ' ', 'loud', 'NaN'].map(levelFrom)).toEqual([null, null, null, null]);
});
