/** How the other end is asked whether it is there. */
export interface Heartbeat {
  /** Settles when the other end has answered, however. */
  readonly beat: () => Promise<unknown>;
  /** Called when it has been silent for too long, and when it answers again. */
  readonly tell: (isSilent: boolean) => void;
  readonly everyMs?: number;
  /** No step, and nothing that is read or compiled at one go, takes a working engine that long. */
  readonly silentMs?: number;
  /** Milliseconds, from anywhere. */
  readonly now?: () => number;
}

/**
 * Asks until what is returned is called. A page that has slept, or that the browser slows down, finds its own clock late and
 * begins to wait anew: the other end slept as well.
 */
export function watchHeart({
  beat,
  tell,
  everyMs = 2000,
  silentMs = 20_000,
  now = () => performance.now(),
}: Heartbeat): () => void {
  let [lastTick, askedAt, isWaiting, isSilent] = [now(), now(), false, false];
  const ask = async (): Promise<void> => {
    isWaiting = true;
    askedAt = now();
    await beat();
    isWaiting = false;
    if (isSilent) tell((isSilent = false));
  };
  const tick = (): void => {
    const isLate = now() - lastTick > 3 * everyMs;
    lastTick = now();
    if (isLate) askedAt = lastTick;
    if (!isWaiting) void ask();
    else if (!isSilent && lastTick - askedAt > silentMs) tell((isSilent = true));
  };
  const timer = setInterval(tick, everyMs);
  return () => clearInterval(timer);
}
