import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import { createInMemoryRunStore } from '../../core/runs/inMemoryRunStore.ts';
import {
  applyEvents,
  createRunRecord,
  type NewRun,
  type RunRecord,
} from '../../core/runs/record.ts';
import type { RunStore } from '../../core/runs/runStore.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import { columnsOf, noColumns, type RunColumns } from '../../core/analysis/curves/runColumns.ts';
import { defaultSmoothing } from '../../core/analysis/smoothing.ts';
import {
  busReading,
  taskReadings,
  type BusReading,
  type TaskReading,
} from '../../core/analysis/taskReadings.ts';

/** How its curves are smoothed: readings are their ends. */
export interface CurveLook {
  readonly smoothing: number;
}

const plainLook: CurveLook = { smoothing: defaultSmoothing };

/** The runs of this visit, oldest first. Records are replaced, never changed; the store keeps them. */
export class Runs {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: nothing is drawn from it
  readonly #columns = new Map<RunId, RunColumns>();
  records = $state.raw<readonly RunRecord[]>([]);
  #chosen = $state<RunId | null>(null);
  readonly #look: CurveLook;
  readonly #store: RunStore;
  /** The run that is looked at: the newest, until another one is chosen. */
  readonly current: RunRecord | null = $derived(
    this.records.find(({ runId }) => runId === this.#chosen) ?? null,
  );
  /** The run that began last, which is the one on its way while there is one. */
  readonly newest: RunRecord | null = $derived(this.records.at(-1) ?? null);
  /** What the strips show: of the current run. */
  readonly readings: Readonly<Record<string, TaskReading>> = $derived.by(() =>
    this.current ? taskReadings(this.columns(this.current), this.#look.smoothing) : {},
  );
  /** What the current run trains on, or has until a fader moved. */
  readonly trained: ReadonlySet<string> = $derived(
    trainedIn(this.current ?? { mixingRates: {}, changes: [] }),
  );

  constructor(look: CurveLook = plainLook, store: RunStore = createInMemoryRunStore()) {
    this.#look = look;
    this.#store = store;
  }

  /** What the bus of these tasks shows. */
  busReading(ids: readonly string[]): BusReading {
    const { current, readings, trained } = this;
    const columns = current ? this.columns(current) : noColumns;
    return busReading({ columns, readings, trained, smoothing: this.#look.smoothing }, ids);
  }

  /** The record's numbers as columns; only what is new since they were last asked for is read. */
  columns(record: RunRecord): RunColumns {
    const columns = columnsOf(record, this.#columns.get(record.runId) ?? null);
    this.#columns.set(record.runId, columns);
    return columns;
  }

  record(runId: RunId | null): RunRecord | null {
    return this.records.find((record) => record.runId === runId) ?? null;
  }

  open(run: NewRun): void {
    this.records = [...this.records, createRunRecord(run)];
    this.choose(run.runId);
    void this.#store.create(run);
  }

  choose(runId: RunId): void {
    this.#chosen = runId;
  }

  /** Folds events into the records of the runs that they name. */
  apply(events: readonly TrainEvent[]): void {
    this.records = this.records.map((record) => {
      const own = events.filter((event) => event.runId === record.runId);
      if (own.length === 0) return record;
      void this.#store.append(record.runId, own);
      return applyEvents(record, own);
    });
  }
}
