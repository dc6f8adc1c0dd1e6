import { type Eta, estimateLeftMs, nextEta } from '../../core/analysis/eta.ts';
import type { ReadProgress } from '../../core/protocol/index.ts';

/** The reading of own data that is under way, as far as it takes long enough to be shown. */
export class OwnReading {
  name = $state('');
  progress = $state.raw<ReadProgress | null>(null);
  isStopping = $state(false);
  #eta = $state.raw<Eta | null>(null);
  #beganMs = 0;
  readonly #now: () => number;

  /** @param now milliseconds, from anywhere */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** 0–1; null before anything is known. */
  readonly share: number | null = $derived(
    this.progress && this.progress.totalBytes > 0
      ? this.progress.readBytes / this.progress.totalBytes
      : null,
  );
  /** Null once all has come and is put in order. */
  readonly leftMs: number | null = $derived(
    this.share === null || this.share >= 1 ? null : (this.#eta?.leftMs ?? null),
  );

  begin(name: string): void {
    this.name = name;
    this.progress = null;
    this.isStopping = false;
    this.#eta = null;
    this.#beganMs = this.#now();
  }

  report(progress: ReadProgress): void {
    const now = this.#now();
    this.progress = progress;
    const { readBytes, totalBytes } = progress;
    const leftMs = estimateLeftMs(readBytes, totalBytes, now - this.#beganMs);
    if (leftMs !== null) this.#eta = nextEta(this.#eta, leftMs, now);
  }

  end(): void {
    this.progress = null;
  }
}
