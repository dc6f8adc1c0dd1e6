/** How long readings wait for each other, ms, from not at all to the slowest. */
export const holdsMs = [0, 500, 1000, 2000] as const;

/** Shares of the frames of a window that are lost: above the one readings slow down, below the other they may quicken. */
const busyShare = 0.2;
const calmShare = 0.05;
/** Calm windows in a row before they do. */
const calmWindows = 3;

/** Where the readings stand between quick and slow. */
export interface FramePace {
  /** Index into `holdsMs`. */
  readonly level: number;
  /** Calm windows in a row until now. */
  readonly calm: number;
}

export const fullPace: FramePace = { level: 0, calm: 0 };

/** After one more window of frames, of which this share (0–1) was lost. */
export function nextPace({ level, calm }: FramePace, lostShare: number): FramePace {
  if (lostShare > busyShare) return { level: Math.min(level + 1, holdsMs.length - 1), calm: 0 };
  if (lostShare >= calmShare) return { level, calm: 0 };
  if (calm + 1 < calmWindows) return { level, calm: calm + 1 };
  return { level: Math.max(0, level - 1), calm: 0 };
}
