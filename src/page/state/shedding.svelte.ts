import { FrameWindow } from './frameWindow.ts';
import { fullPace, holdsMs, nextPace, type FramePace } from './framePace.ts';

/** Whether the page saves work for the training: readings come less often while frames are lost. */
export class Shedding {
  #pace = $state.raw<FramePace>(fullPace);
  #frames = new FrameWindow();
  /** How long readings wait for each other, ms; 0: they are shown as they come. */
  readonly holdMs: number = $derived(holdsMs[this.#pace.level]!);

  /** The page has drawn a frame while a run is on, at this time, ms. */
  frame(ms: number): void {
    const lost = this.#frames.add(ms);
    if (lost !== null) this.#pace = nextPace(this.#pace, lost);
  }

  /** The run has ended. */
  end(): void {
    this.#pace = fullPace;
    this.#frames = new FrameWindow();
  }
}
