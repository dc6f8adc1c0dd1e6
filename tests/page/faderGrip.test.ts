import { expect, test } from 'vitest';
import { FaderGrip, type Press } from '../../src/page/ui/parts/faderGrip.ts';

const travel = 200;
const press = (changes: Partial<Press>): Press => ({
  isMouse: false,
  isOnCap: false,
  isAlongScroll: false,
  at: 100,
  valueThere: 78,
  ...changes,
});

test('a mouse on the track brings the cap there, on the cap it keeps it under the hand', () => {
  const onTrack = FaderGrip.take(press({ isMouse: true }), 50)!;
  expect(onTrack.valueAt(100, travel)).toBe(78);
  expect(onTrack.valueAt(120, travel)).toBe(88);
  const onCap = FaderGrip.take(press({ isMouse: true, isOnCap: true }), 50)!;
  expect(onCap.valueAt(102, travel)).toBe(51);
});

test('a finger moves the fader by what it moves itself, never by where it lands', () => {
  const finger = FaderGrip.take(press({}), 50)!;
  expect(finger.valueAt(100, travel)).toBe(50);
  expect(finger.valueAt(104, travel), 'a finger that rests').toBe(50);
  expect(finger.valueAt(126, travel)).toBe(60);
  expect(finger.valueAt(106, travel), 'and back').toBe(50);
  expect(finger.before).toBe(50);
});

test('where the page scrolls along the fader, a finger must take the cap', () => {
  expect(FaderGrip.take(press({ isAlongScroll: true }), 50)).toBeNull();
  expect(FaderGrip.take(press({ isAlongScroll: true, isOnCap: true }), 50)).not.toBeNull();
  expect(FaderGrip.take(press({ isAlongScroll: true, isMouse: true }), 50)).not.toBeNull();
});
