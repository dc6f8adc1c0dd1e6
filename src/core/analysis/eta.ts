/** A time left as shown: it counts down with the clock and moves only when the estimate really did. */
export interface Eta {
  readonly leftMs: number;
  readonly atMs: number;
}

/** Below this share of disagreement the shown time keeps counting down undisturbed. */
const tolerance = 0.15;
const smallestJumpMs = 3000;

/** The plain estimate: the pace so far carried on; null while there is no pace. */
export function estimateLeftMs(done: number, total: number, elapsedMs: number): number | null {
  if (done <= 0 || elapsedMs <= 0) return null;
  return (elapsedMs / done) * Math.max(0, total - done);
}

/**
 * The next shown time left, with hysteresis: the old one counted down, unless the new estimate
 * differs by more than 15% and three seconds.
 */
export function nextEta(previous: Eta | null, estimateMs: number, nowMs: number): Eta {
  if (!previous) return { leftMs: estimateMs, atMs: nowMs };
  const countedMs = Math.max(0, previous.leftMs - (nowMs - previous.atMs));
  const gapMs = Math.abs(countedMs - estimateMs);
  const isOff = gapMs > smallestJumpMs && gapMs > tolerance * Math.max(countedMs, estimateMs);
  return { leftMs: isOff ? estimateMs : countedMs, atMs: nowMs };
}
