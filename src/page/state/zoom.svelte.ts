import type { Window } from '../../core/analysis/curves/drawnPoints.ts';

/** The stretch of x that all plots show, and the way back out. */
export class Zoom {
  #stack = $state.raw<readonly Window[]>([]);

  /** null: everything. */
  get window(): Window | null {
    return this.#stack.at(-1) ?? null;
  }

  /** Shows this stretch, as far as it lies in the whole; an empty one is none. */
  to({ from, to }: Window, whole: Window): void {
    const window = within({ from, to }, whole);
    if (window.to <= window.from) return;
    this.#stack = [...this.#stack, window];
  }

  /** Closer (above 1) or wider (below 1) around this x. What takes in the whole is no zoom. */
  by(factor: number, x: number, whole: Window): void {
    const now = this.window ?? whole;
    const at = (end: number): number => x + (end - x) / factor;
    const next = within({ from: at(now.from), to: at(now.to) }, whole);
    const isWhole = next.from <= whole.from && next.to >= whole.to;
    if (isWhole) this.reset();
    else this.#replace(next);
  }

  /** Moves the stretch by this much, no further than to an end of the whole. */
  pan(by: number, whole: Window): void {
    const now = this.window;
    if (!now) return;
    const room = by < 0 ? whole.from - now.from : whole.to - now.to;
    const move = by < 0 ? Math.max(by, room) : Math.min(by, room);
    this.#replace({ from: now.from + move, to: now.to + move });
  }

  /** As wide as it is, to the end of the whole. */
  follow(whole: Window): void {
    if (this.window) this.pan(whole.to - this.window.to, whole);
  }

  /** One step back out. */
  back(): void {
    this.#stack = this.#stack.slice(0, -1);
  }

  reset(): void {
    this.#stack = [];
  }

  /** Small moves are no steps of their own to go back. */
  #replace(window: Window): void {
    this.#stack = [...this.#stack.slice(0, -1), window];
  }
}

const within = ({ from, to }: Window, whole: Window): Window => ({
  from: Math.max(whole.from, Math.min(from, to)),
  to: Math.min(whole.to, Math.max(from, to)),
});
