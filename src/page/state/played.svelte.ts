import type { FaderPosition } from '../../core/protocol/index.ts';
import type { RunChange } from '../../core/runs/record.ts';
import { scheduledPositions } from '../../core/runs/scheduledPositions.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

interface Sources {
  readonly runs: Runs;
  readonly transport: Transport;
}

const none: readonly RunChange[] = [];

/** What the schedule of the run on its way plays: read off its record, never written to the desk's own faders. */
export class Played {
  readonly #sources: Sources;
  /** The same list until something changes: steps alone move no fader. */
  readonly #changes: readonly RunChange[] = $derived.by(() => {
    const { runs, transport } = this.#sources;
    const isOnItsWay = transport.isBusy && transport.phase !== 'asked';
    return (isOnItsWay && runs.newest?.changes) || none;
  });
  readonly #positions: ReadonlyMap<string, FaderPosition> = $derived(
    scheduledPositions(this.#changes),
  );

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  /** Where the schedule has brought this task's fader; null: the hand's own place counts. */
  position(taskId: string): FaderPosition | null {
    return this.#positions.get(taskId) ?? null;
  }
}
