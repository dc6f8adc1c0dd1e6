const restMs = 10_000;

/** What screen readers are told of a run, politely and not too often. */
export class Announcer {
  words = $state('');
  #saidAt = -Infinity;

  /** @param isEnd said at once: nothing comes after it that would say it */
  say(words: string, nowMs: number, isEnd = false): void {
    if (!isEnd && nowMs - this.#saidAt < restMs) return;
    this.#saidAt = nowMs;
    this.words = words;
  }
}
