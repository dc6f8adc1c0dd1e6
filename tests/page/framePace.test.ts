import { expect, test } from 'vitest';
import { fullPace, holdsMs, nextPace, type FramePace } from '../../src/page/state/framePace.ts';
import { FrameWindow } from '../../src/page/state/frameWindow.ts';

const paceAfter = (shares: readonly number[], from: FramePace = fullPace): FramePace =>
  shares.reduce(nextPace, from);

test('readings slow down by a step with each window that loses more than a fifth of its frames', () => {
  const levels = [1, 2, 3, 4].map((n) => paceAfter(Array<number>(n).fill(0.21)).level);
  expect(levels.map((level) => holdsMs[level])).toEqual([500, 1000, 2000, 2000]);
  expect(paceAfter([0.2, 0.2, 0.2])).toEqual(fullPace);
});

test('they quicken by a step after three calm windows in a row, and stay as they are between', () => {
  const slow: FramePace = { level: 3, calm: 0 };
  expect(paceAfter([0.04, 0.04], slow).level).toBe(3);
  expect(paceAfter([0.04, 0.04, 0.04], slow)).toEqual({ level: 2, calm: 0 });
  expect(paceAfter([0.04, 0.04, 0.1, 0.04, 0.04], slow).level).toBe(3);
  expect(paceAfter(Array<number>(20).fill(0), slow).level).toBe(0);
});

/** Frames at these gaps, again and again, for so long; the shares of the windows that ended. */
function sharesOf(
  frames: FrameWindow,
  gaps: readonly number[],
  from: number,
  ms: number,
): number[] {
  const shares: number[] = [];
  for (let [now, i] = [from, 0]; now < from + ms; now += gaps[i++ % gaps.length]!) {
    const share = frames.add(now);
    if (share !== null) shares.push(share);
  }
  return shares;
}

test('a window tells what share of the frames was lost', () => {
  const frames = new FrameWindow();
  const whole = sharesOf(frames, [1000 / 60], 0, 3000);
  expect(whole.length).toBeGreaterThanOrEqual(2);
  for (const share of whole) expect(share).toBeCloseTo(0, 2);
  const [, ...late] = sharesOf(frames, [50], 3000, 4000);
  expect(late.length).toBeGreaterThanOrEqual(2);
  for (const share of late) expect(share).toBeCloseTo(2 / 3, 1);
});

test('one frame in ten in time is enough to know what the display could do', () => {
  const gaps = [...Array<number>(8).fill(33.3), 16.7, 16.7];
  for (const share of sharesOf(new FrameWindow(), gaps, 0, 4000))
    expect(share).toBeGreaterThan(0.4);
});

test('a slow display loses nothing, a quick one nothing above 60 frames a second', () => {
  for (const gap of [1000 / 30, 1000 / 144])
    for (const share of sharesOf(new FrameWindow(), [gap], 0, 4000))
      expect(share).toBeCloseTo(0, 1);
});

test('time in which nobody looked is no slow frame', () => {
  const frames = new FrameWindow();
  sharesOf(frames, [1000 / 60], 0, 500);
  expect(frames.add(60_000)).toBeNull();
  for (const share of sharesOf(frames, [1000 / 60], 60_016, 2500)) expect(share).toBeCloseTo(0, 1);
});
