import type { ChangeMark } from '../../state/plotData.ts';

/**
 * The head of a mark, which alone tells its kind: a triangle for the hand, a diamond for the schedule, two bars for a
 * pause. As the data of an SVG path that hangs from the origin.
 */
export const markHeads: Readonly<Record<ChangeMark['kind'], string>> = {
  hand: 'M-4 0H4L0 6Z',
  schedule: 'M0 0L4 4L0 8L-4 4Z',
  pause: 'M-3 0H-1V7H-3ZM1 0H3V7H1Z',
};
