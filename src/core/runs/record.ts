import type { ErrorInfo } from '../errors.ts';
import type {
  EngineInfo,
  ModelInfo,
  RunId,
  RunPhase,
  RunPlan,
  TrainEvent,
  Weights,
} from '../protocol/index.ts';
import type { FitCounts } from '../tokens/fitCounts.ts';

type EventOf<T extends TrainEvent['type']> = Omit<
  Extract<TrainEvent, { type: T }>,
  'type' | 'runId'
>;
export type RunStep = EventOf<'step'>;
export type RunEvaluation = EventOf<'evaluated'>;
export type RunChange = EventOf<'changed'>;
export type Judgement = EventOf<'judged'>;
export type FailedJudging = EventOf<'judgingFailed'>;

/** How a run's training ended, or the run before it; 'interrupted': nobody was there to see it end. */
export type RunOutcome = 'completed' | 'stopped' | 'early' | 'failed' | 'interrupted';

/** Everything known of a run: its plan and the fold of its events. The only thing drawn, stored or exported. */
export interface RunRecord {
  readonly format: 'mixdesk-run';
  readonly version: 3;
  readonly runId: RunId;
  readonly name: string;
  /** ISO 8601: when it was asked for. */
  readonly startedAt: string;
  readonly plan: RunPlan;
  readonly status: 'waiting' | RunPhase | RunOutcome;
  /** Stays while the tuned model is judged. */
  readonly outcome: RunOutcome | null;
  /** Of the training; null, empty and 0 until it begins. */
  readonly engine: EngineInfo | null;
  readonly model: ModelInfo | null;
  readonly taskIds: readonly string[];
  /** Of the start; `changes` has the later ones. */
  readonly mixingRates: Readonly<Record<string, number>>;
  /** Training examples that each task has, after its cap, but for those that can't fit; not in records from before they were kept. */
  readonly trainExamples?: Readonly<Record<string, number>>;
  /** How many of its training examples lie whole in a row, are cut for it, can't fit; not of built-in tasks that all lie whole. */
  readonly fits?: Readonly<Record<string, FitCounts>>;
  readonly nSteps: number;
  readonly steps: readonly RunStep[];
  readonly evaluations: readonly RunEvaluation[];
  /** Faders and learning rate moved while it ran. */
  readonly changes: readonly RunChange[];
  /** Steps behind which it was paused; absent where it never was. */
  readonly pauses?: readonly number[];
  /** Where it went on from a checkpoint; absent where it never did. */
  readonly resumptions?: readonly EventOf<'resumed'>[];
  readonly judgements: readonly Judgement[];
  readonly failedJudgings: readonly FailedJudging[];
  /** Of each stage that was finished. */
  readonly seconds: Readonly<Record<string, number>>;
  /** How far the current phase is. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly elapsedMs: number;
  readonly error: ErrorInfo | null;
}

/** What a run is called and asked for, before anything has happened to it. */
export type NewRun = Pick<RunRecord, 'runId' | 'name' | 'startedAt' | 'plan'>;

/** A run that has been asked for and has not started yet. */
export function createRunRecord({ runId, name, startedAt, plan }: NewRun): RunRecord {
  return {
    format: 'mixdesk-run',
    version: 3,
    runId,
    name,
    startedAt,
    plan,
    status: 'waiting',
    outcome: null,
    engine: null,
    model: null,
    taskIds: [],
    mixingRates: {},
    nSteps: 0,
    steps: [],
    evaluations: [],
    changes: [],
    judgements: [],
    failedJudgings: [],
    seconds: {},
    progress: { done: 0, total: 0 },
    elapsedMs: 0,
    error: null,
  };
}

/** What a judging of these weights has found, or null. */
export function judgementOf(
  { judgements }: Pick<RunRecord, 'judgements'>,
  weights: Weights,
  name: string,
): Judgement | null {
  const isIt = ({ judging }: Judgement): boolean =>
    judging.weights === weights && judging.name === name;
  return judgements.find(isIt) ?? null;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Folds a batch of events of this run; the lists are copied once a batch, not once an event. */
export function applyEvents(record: RunRecord, events: readonly TrainEvent[]): RunRecord {
  const next: Writable<RunRecord> = { ...record };
  next.steps = appended(record.steps, events, 'step');
  next.evaluations = appended(record.evaluations, events, 'evaluated');
  next.changes = appended(record.changes, events, 'changed');
  next.judgements = appended(record.judgements, events, 'judged');
  next.failedJudgings = appended(record.failedJudgings, events, 'judgingFailed');
  for (const event of events) applyState(next, event);
  return next;
}

function appended<T extends 'step' | 'evaluated' | 'changed' | 'judged' | 'judgingFailed'>(
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
      const { engine, model, taskIds, mixingRates, trainExamples, fits, nSteps } = event;
      Object.assign(record, { engine, model, taskIds, mixingRates, nSteps });
      if (trainExamples) record.trainExamples = trainExamples;
      if (fits) record.fits = fits;
      record.status = 'preparing';
      return;
    }
    case 'step':
      record.elapsedMs = event.elapsedMs;
      return;
    case 'evaluated':
    case 'changed':
    case 'kept':
    case 'notKept':
      return;
    case 'resumed':
      record.resumptions = [...(record.resumptions ?? []), withoutTag(event)];
      record.status = 'preparing';
      record.outcome = null;
      record.elapsedMs = event.elapsedMs;
      return;
    case 'phase':
      if (event.phase === 'paused' && record.status !== 'paused') {
        record.pauses = [...(record.pauses ?? []), event.step];
      }
      record.status = event.phase;
      record.progress = { done: event.done, total: event.total };
      return;
    case 'judged':
    case 'judgingFailed':
      record.status = record.outcome ?? 'waiting';
      return;
    case 'stage':
      record.seconds = { ...record.seconds, [event.stage]: event.seconds };
      return;
    case 'failed':
      record.status = record.outcome = 'failed';
      record.error = event.error;
      return;
    case 'finished':
      record.status = record.outcome = event.reason;
      record.elapsedMs = event.elapsedMs;
      return;
    default:
      event satisfies never;
  }
}
