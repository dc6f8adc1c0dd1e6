import type { Lane } from '../../../state/faderTimeline.svelte.ts';

/** A stretch of a lane between two moves, 0–100 along the run and up the fader. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly isOn: boolean;
}

/** What a fader of 0–200, its bus included, is of the lane's height. */
const heightOf = (level: number): number => Math.min(100, level);

/** The step line of a lane: each fader position until the next move. */
export function stretchesOf({ start, points }: Lane, nSteps: number): Stretch[] {
  const inRun = points.filter(({ step }) => step < nSteps);
  const positions = [{ ...start, step: 0 }, ...inRun];
  const along = (step: number): number => (100 * step) / Math.max(1, nSteps);
  return positions.map(({ step, level, isOn }, i) => ({
    from: along(step),
    to: along(positions[i + 1]?.step ?? nSteps),
    level: heightOf(level),
    isOn,
  }));
}

/** As an SVG path in a box of 100 × 100, muted stretches left out or alone. */
export function pathOf(stretches: readonly Stretch[], isOn: boolean): string {
  return stretches
    .map(({ from, to, level, isOn: own }, i) => {
      if (own !== isOn) return '';
      const before = stretches[i - 1];
      const rise =
        before?.isOn === own
          ? `M${from} ${100 - before.level}V${100 - level}`
          : `M${from} ${100 - level}`;
      return `${rise}H${to}`;
    })
    .join('');
}
