import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../core/runs/runRecord.ts';
import { trainedIn } from '../../core/runs/trainedIn.ts';
import { busReading, taskReadings, type BusReading, type TaskReading } from './taskReadings.ts';

/** The runs of this visit, oldest first. Records are replaced, never changed. */
export class Runs {
  records = $state.raw<readonly RunRecord[]>([]);
  readonly current: RunRecord | null = $derived(this.records.at(-1) ?? null);
  /** The newest run that has started: its weights are the tuned ones. */
  readonly startedLast: RunRecord | null = $derived(
    this.records.findLast(({ settings }) => settings !== null) ?? null,
  );
  /** What the strips show: of the newest run. */
  readonly readings: Readonly<Record<string, TaskReading>> = $derived(
    this.current ? taskReadings(this.current) : {},
  );
  /** What the newest run trains on, or has until a fader moved. */
  readonly trained: ReadonlySet<string> = $derived(
    trainedIn(this.current ?? { mixingRates: {}, changes: [] }),
  );

  /** What the bus of these tasks shows. */
  busReading(ids: readonly string[]): BusReading {
    return busReading(this.readings, this.trained, ids);
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
}
