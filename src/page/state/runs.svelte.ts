import type { ErrorInfo } from '../../core/errors.ts';
import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../core/runs/runRecord.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import { columnsOf, type RunColumns } from '../../core/analysis/curves/runColumns.ts';
import {
  busReading,
  taskReadings,
  type BusReading,
  type TaskReading,
} from '../../core/analysis/taskReadings.ts';

/** The runs of this visit, oldest first. Records are replaced, never changed. */
export class Runs {
  readonly #columns = new Map<RunId, RunColumns>();
  records = $state.raw<readonly RunRecord[]>([]);
  readonly current: RunRecord | null = $derived(this.records.at(-1) ?? null);
  /** What the strips show: of the newest run. */
  readonly readings: Readonly<Record<string, TaskReading>> = $derived(
    this.current ? taskReadings(this.columns(this.current)) : {},
  );
  /** What the newest run trains on, or has until a fader moved. */
  readonly trained: ReadonlySet<string> = $derived(
    trainedIn(this.current ?? { mixingRates: {}, changes: [] }),
  );

  /** What the bus of these tasks shows. */
  busReading(ids: readonly string[]): BusReading {
    return busReading(this.readings, this.trained, ids);
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

  open(runId: RunId, name: string): void {
    this.records = [...this.records, createRunRecord(runId, name)];
  }

  /** Folds events into the records of the runs that they name. */
  apply(events: readonly TrainEvent[]): void {
    this.records = this.records.map((record) => {
      const own = events.filter((event) => event.runId === record.runId);
      return own.length > 0 ? applyEvents(record, own) : record;
    });
  }

  /** A run whose training ended with an error, of which the worker may not have had the time to tell. */
  fail(runId: RunId, error: ErrorInfo): void {
    const record = this.record(runId);
    if (!record || record.status === 'failed') return;
    const step = record.steps.at(-1)?.step ?? 0;
    this.apply([{ type: 'failed', runId, step, error }]);
  }
}
