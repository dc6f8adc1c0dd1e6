import type { ErrorInfo } from '../errors.ts';
import type { EngineInfo, ModelInfo, RunId, RunPhase, TrainEvent } from '../protocol/index.ts';
import type { Settings } from '../settings/table.ts';

type EventOf<T extends TrainEvent['type']> = Omit<
  Extract<TrainEvent, { type: T }>,
  'type' | 'runId'
>;
export type RunStep = EventOf<'step'>;
export type RunEvaluation = EventOf<'evaluated'>;
export type RunChange = EventOf<'changed'>;

/** Everything known of a run: the fold of its events, and the only thing drawn, stored or exported. */
export interface RunRecord {
  readonly format: 'mixdesk-run';
  readonly version: 1;
  readonly runId: RunId;
  readonly name: string;
  readonly status: 'waiting' | RunPhase | 'completed' | 'stopped' | 'failed';
  /** Frozen when the run started; null until then. */
  readonly settings: Settings | null;
  readonly engine: EngineInfo | null;
  readonly model: ModelInfo | null;
  readonly taskIds: readonly string[];
  /** Of the start; `changes` has the later ones. */
  readonly mixingRates: Readonly<Record<string, number>>;
  readonly nSteps: number;
  readonly steps: readonly RunStep[];
  readonly evaluations: readonly RunEvaluation[];
  /** Faders and learning rate moved while it ran. */
  readonly changes: readonly RunChange[];
  /** How far the current phase is. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly elapsedMs: number;
  readonly error: ErrorInfo | null;
}

/** A run that has been asked for and has not started yet. */
export function createRunRecord(runId: RunId, name: string): RunRecord {
  return {
    format: 'mixdesk-run',
    version: 1,
    runId,
    name,
    status: 'waiting',
    settings: null,
    engine: null,
    model: null,
    taskIds: [],
    mixingRates: {},
    nSteps: 0,
    steps: [],
    evaluations: [],
    changes: [],
    progress: { done: 0, total: 0 },
    elapsedMs: 0,
    error: null,
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Folds a batch of events of this run; the lists are copied once a batch, not once an event. */
export function applyEvents(record: RunRecord, events: readonly TrainEvent[]): RunRecord {
  const next: Writable<RunRecord> = { ...record };
  next.steps = appended(record.steps, events, 'step');
  next.evaluations = appended(record.evaluations, events, 'evaluated');
  next.changes = appended(record.changes, events, 'changed');
  for (const event of events) applyState(next, event);
  return next;
}

function appended<T extends 'step' | 'evaluated' | 'changed'>(
  list: readonly EventOf<T>[],
  events: readonly TrainEvent[],
  type: T,
): readonly EventOf<T>[] {
  const added = events.filter(
    (event): event is Extract<TrainEvent, { type: T }> => event.type === type,
  );
  return added.length === 0 ? list : [...list, ...added.map(withoutTag)];
}

/** An event without what says where it belongs. */
function withoutTag<E extends TrainEvent>(event: E): Omit<E, 'type' | 'runId'> {
  const { type, runId, ...rest } = event;
  void [type, runId];
  return rest;
}

function applyState(record: Writable<RunRecord>, event: TrainEvent): void {
  switch (event.type) {
    case 'started': {
      const { settings, engine, model, taskIds, mixingRates, nSteps } = event;
      Object.assign(record, { settings, engine, model, taskIds, mixingRates, nSteps });
      record.status = 'preparing';
      return;
    }
    case 'step':
      record.elapsedMs = event.elapsedMs;
      return;
    case 'evaluated':
    case 'changed':
      return;
    case 'phase':
      record.status = event.phase;
      record.progress = { done: event.done, total: event.total };
      return;
    case 'failed':
      record.status = 'failed';
      record.error = event.error;
      return;
    case 'finished':
      record.status = event.reason;
      record.elapsedMs = event.elapsedMs;
      return;
    default:
      event satisfies never;
  }
}
