import type { ChannelLevel, RunId, RunPlan, TrainEvent } from '../../core/protocol/index.ts';
import type { RunHead } from '../../core/runs/head.ts';
import { createInMemoryRunStore } from '../../core/runs/inMemoryRunStore.ts';
import { leftBehind } from '../../core/runs/leftBehind.ts';
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
import { RunKeeper } from './runKeeper.ts';

/** How its curves are smoothed: readings are their ends. */
export interface CurveLook {
  readonly smoothing: number;
}

const plainLook: CurveLook = { smoothing: defaultSmoothing };

/**
 * The runs that are at hand: those of this visit and those of earlier ones that were opened, oldest first. Records are replaced,
 * never changed; the store keeps them.
 */
export class Runs {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache: nothing is drawn from it
  readonly #columns = new Map<RunId, RunColumns>();
  records = $state.raw<readonly RunRecord[]>([]);
  /** Of earlier visits, oldest first. */
  earlier = $state.raw<readonly RunHead[]>([]);
  #chosen = $state<RunId | null>(null);
  #begun = $state.raw<readonly RunId[]>([]);
  readonly #look: CurveLook;
  readonly #store: RunStore;
  readonly #keeper: RunKeeper;
  /** The run that is looked at: the newest, until another one is chosen. */
  readonly current: RunRecord | null = $derived(this.record(this.#chosen));
  /** The run of this visit that began last, which is the one on its way while there is one. */
  readonly newest: RunRecord | null = $derived(this.record(this.#begun.at(-1) ?? null));
  readonly #plan: RunPlan | null = $derived(this.current?.plan ?? null);
  readonly #channels: ReadonlyMap<string, ChannelLevel> = $derived(
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    new Map(this.#plan?.channels.map((channel) => [channel.taskId, channel])),
  );
  /** What the strips show: of the current run. */
  readonly readings: Readonly<Record<string, TaskReading>> = $derived.by(() =>
    this.current ? taskReadings(this.columns(this.current), this.#look.smoothing) : {},
  );
  /** What the current run trains on, or has until a fader moved. */
  readonly trained: ReadonlySet<string> = $derived(
    trainedIn(this.current ?? { mixingRates: {}, changes: [] }),
  );

  /** @param onTrouble told when runs can't be kept, and why */
  constructor(
    look: CurveLook = plainLook,
    store: RunStore = createInMemoryRunStore(),
    onTrouble: (cause: unknown) => void = () => undefined,
  ) {
    this.#look = look;
    this.#store = store;
    this.#keeper = new RunKeeper(store, onTrouble);
  }

  /** From 1: of the run that begins next. */
  get nextNumber(): number {
    return this.earlier.length + this.#begun.length + 1;
  }

  /** Whether leaving the page loses something of the runs of this visit. */
  get areKept(): boolean {
    return this.#keeper.isKept(this.#begun);
  }

  /** Heads of what earlier visits have left. Rejects where nothing can be kept. */
  async load(): Promise<void> {
    const heads = await this.heads();
    this.earlier = heads.filter(({ runId }) => !this.#begun.includes(runId));
  }

  /** Of all runs that are kept, oldest first. */
  async heads(): Promise<readonly RunHead[]> {
    await this.flush();
    const { newest } = this;
    const heads = await this.#store.heads();
    return heads.map((head) => (head.runId === newest?.runId ? head : leftBehind(head)));
  }

  /** What waits is written; resolves when that was tried. */
  flush(): Promise<void> {
    return this.#keeper.flush();
  }

  /** Reads a run of an earlier visit, and looks at it. Rejects with a RangeError where it is gone. */
  async openEarlier(runId: RunId): Promise<void> {
    if (!this.record(runId)) {
      const { status, ...record } = leftBehind(await this.#store.open(runId));
      const outcome = status === 'interrupted' ? status : record.outcome;
      const opened = { ...record, status, outcome };
      const isOfVisit = ({ runId: id }: RunRecord): boolean => this.#begun.includes(id);
      const before = [...this.records.filter((one) => !isOfVisit(one)), opened];
      before.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
      this.records = [...before, ...this.records.filter(isOfVisit)];
    }
    this.choose(runId);
  }

  /**
   * A run goes on from where it was kept: what its log knows beyond that is taken back.
   * @returns it under the name that it has here
   */
  async goOn(kept: NewRun, log: readonly TrainEvent[]): Promise<NewRun> {
    const { runId, startedAt, plan } = kept;
    await this.flush();
    const isThere = (await this.#store.heads()).find((head) => head.runId === runId);
    const run = { runId, name: isThere?.name ?? kept.name, startedAt, plan };
    if (!isThere) await this.#store.create(run);
    await this.#store.rewind(runId, log);
    const others = ({ runId: id }: { readonly runId: RunId }): boolean => id !== runId;
    this.#columns.delete(runId);
    this.records = [...this.records.filter(others), applyEvents(createRunRecord(run), log)];
    this.earlier = this.earlier.filter(others);
    this.#begun = [...this.#begun.filter((id) => id !== runId), runId];
    this.choose(runId);
    return run;
  }

  async rename(runId: RunId, name: string): Promise<void> {
    await this.flush();
    await this.#store.rename(runId, name);
    const renamed = <R extends { readonly runId: RunId }>(run: R): R =>
      run.runId === runId ? { ...run, name } : run;
    this.records = this.records.map(renamed);
    this.earlier = this.earlier.map(renamed);
  }

  /** All of them, or none; the run on its way must not be among them. */
  async remove(runIds: readonly RunId[]): Promise<void> {
    await this.flush();
    await this.#store.remove(runIds);
    const stays = ({ runId }: { readonly runId: RunId }): boolean => !runIds.includes(runId);
    this.records = this.records.filter(stays);
    this.earlier = this.earlier.filter(stays);
    for (const runId of runIds) this.#columns.delete(runId);
    if (this.#chosen !== null && runIds.includes(this.#chosen)) {
      this.#chosen = this.records.at(-1)?.runId ?? null;
    }
  }

  /** What the current run was asked for of this task; null where it is not in it. */
  channel(taskId: string): ChannelLevel | null {
    return this.#channels.get(taskId) ?? null;
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
    this.#begun = [...this.#begun, run.runId];
    this.choose(run.runId);
    this.#keeper.create(run);
  }

  choose(runId: RunId): void {
    this.#chosen = runId;
  }

  /** Folds events into the records of the runs that they name. */
  apply(events: readonly TrainEvent[]): void {
    this.records = this.records.map((record) => {
      const own = events.filter((event) => event.runId === record.runId);
      if (own.length === 0) return record;
      this.#keeper.append(record.runId, own);
      return applyEvents(record, own);
    });
  }
}
