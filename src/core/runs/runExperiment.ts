import type { ErrorInfo, Result } from '../errors.ts';
import type { RunOutcome } from './record.ts';
import type {
  Evaluation,
  Judging,
  Keeping,
  RunId,
  RunPlan,
  TrainerApi,
  TrainEvent,
} from '../protocol/index.ts';

/** Whatever runs a plan gives: a worker, somewhere for the events to go, a clock. */
export interface Experiment {
  readonly api: Pick<TrainerApi, 'train' | 'evaluate' | 'stop'>;
  readonly runId: RunId;
  readonly plan: RunPlan;
  readonly onEvents: (events: readonly TrainEvent[]) => void;
  /** How its training is kept on the way; left out, it ends with whatever runs it. */
  readonly keeping?: Omit<Keeping, 'log'>;
  /** It goes on from its last checkpoint: all before its training was done then. */
  readonly resumes?: boolean;
  /** Puts a task's exam in the place of its test split; a plan without an exam needs none. */
  readonly loadExam?: (taskId: string) => Promise<Result<unknown>>;
  /** Milliseconds, from anywhere. */
  readonly now: () => number;
}

export interface RunningExperiment {
  /** Settles when nothing more will happen. An error is the training's; a failed judging is an event only. */
  readonly ended: Promise<Result<null>>;
  /** Training ends after its step, what judges is left; what has been found stays. */
  readonly stop: () => Promise<Result<null>>;
}

/** An experiment on its way. */
interface Course extends Experiment {
  readonly stopped: Promise<null>;
  isStopped: boolean;
  isTraining: boolean;
  /** How far training has come, and how it ended. */
  step: number;
  tokens: number;
  elapsedMs: number;
  outcome: RunOutcome | null;
  /** What has happened before the training. */
  readonly log: TrainEvent[];
  /** Of the training, in earlier sittings. */
  beforeMs: number;
}

const nothing: Result<null> = { ok: true, value: null };

/**
 * Runs a plan to its end: judges the base model, trains, judges the tuned one. Everything that happens is
 * an event of one log, in order; whatever fails after the training leaves the log as it was.
 */
export function runExperiment(experiment: Experiment): RunningExperiment {
  let tellStopped = (): void => undefined;
  const stopped = new Promise<null>((resolve) => {
    tellStopped = () => resolve(null);
  });
  const progress = { isTraining: false, step: 0, tokens: 0, elapsedMs: 0, outcome: null };
  const before = { log: [], beforeMs: 0 };
  const course: Course = { ...experiment, ...progress, ...before, stopped, isStopped: false };
  return {
    ended: takeCourse(course),
    stop() {
      course.isStopped = true;
      tellStopped();
      return course.isTraining ? course.api.stop() : Promise.resolve(nothing);
    },
  };
}

async function takeCourse(course: Course): Promise<Result<null>> {
  // Without one to judge, the worker has the run at once: whatever is pressed next finds it.
  const isOfBase = ({ weights }: Judging): boolean => weights === 'base';
  if (!course.resumes && course.plan.judge.some(isOfBase)) await judge(course, isOfBase);
  if (!course.isStopped && course.plan.channels.length > 0) {
    const trained = await staged(course, 'train', () => train(course));
    if (!trained?.ok) return trained ?? nothing;
  }
  const isWhole = await judge(course, (judging) => !isOfBase(judging));
  // Without a training, or stopped beside it: the worker has not said how it ended.
  if (course.outcome === null || (!isWhole && course.outcome !== 'stopped')) close(course);
  return nothing;
}

async function train(course: Course): Promise<Result<null>> {
  const { api, runId, plan, keeping, resumes, log } = course;
  const request = {
    runId,
    plan,
    ...(keeping && { keeping: { ...keeping, log } }),
    ...(resumes && { resumes }),
  };
  course.isTraining = true;
  const result = await api.train(request, (events) => pass(course, events));
  course.isTraining = false;
  if (!result.ok && course.outcome === null) {
    const { step } = course;
    pass(course, [{ type: 'failed', runId, step, error: result.error }]);
  }
  return result;
}

/** Hands the worker's events on. */
function pass(course: Course, events: readonly TrainEvent[]): void {
  for (const event of events) {
    if (event.type === 'step' || event.type === 'finished') {
      const { step, tokens, elapsedMs } = event;
      Object.assign(course, { step, tokens, elapsedMs });
    }
    if (event.type === 'resumed') {
      const { step, elapsedMs } = event;
      Object.assign(course, { step, elapsedMs, beforeMs: elapsedMs });
    }
    if (event.type === 'failed') course.outcome = 'failed';
    if (event.type !== 'finished') continue;
    course.outcome = event.reason;
    if (event.reason === 'stopped') course.isStopped = true;
  }
  tell(course, events);
}

function tell(course: Course, events: readonly TrainEvent[]): void {
  if (!course.isTraining) course.log.push(...events);
  course.onEvents(events);
}

function close(course: Course): void {
  const { runId, step, tokens, elapsedMs, isStopped } = course;
  const reason = isStopped ? 'stopped' : 'completed';
  pass(course, [{ type: 'finished', runId, step, tokens, elapsedMs, reason }]);
}

/** 'base test', 'tuned unseenWordings'. */
const stageOf = ({ weights, name }: Judging): string => `${weights} ${name}`;

/**
 * Those of the plan's judgings, one after the other; one that fails doesn't keep the next from its turn. False when
 * some were left out.
 */
async function judge(course: Course, isAsked: (judging: Judging) => boolean): Promise<boolean> {
  for (const judging of course.plan.judge.filter(isAsked)) {
    if (course.isStopped) return false;
    const event = await staged(course, stageOf(judging), () =>
      Promise.race([judgeOnce(course, judging), course.stopped]),
    );
    if (event === null) return false;
    tell(course, [event]);
  }
  return true;
}

async function judgeOnce(course: Course, judging: Judging): Promise<TrainEvent> {
  const { runId, step } = course;
  const found = await evaluate(course, judging);
  return found.ok
    ? { type: 'judged', runId, step, judging, evaluation: found.value }
    : { type: 'judgingFailed', runId, step, judging, error: found.error };
}

async function evaluate(course: Course, judging: Judging): Promise<Result<Evaluation>> {
  const { name, split, ...asked } = judging;
  void name;
  const isReady = split === 'exam' ? await loadExams(course, judging.taskIds) : nothing;
  if (!isReady.ok) return isReady;
  let isUnderWay = true;
  const report = (done: number, total: number): void => {
    const { runId, step, isStopped } = course;
    // The last report may arrive after the result.
    if (isStopped || !isUnderWay) return;
    const phase = { phase: 'evaluating', done, total, judging: stageOf(judging) } as const;
    tell(course, [{ type: 'phase', runId, step, ...phase }]);
  };
  const request = { ...asked, split: split === 'exam' ? ('test' as const) : split };
  const found = await course.api.evaluate(request, report);
  isUnderWay = false;
  return found;
}

async function loadExams(course: Course, taskIds: readonly string[]): Promise<Result<null>> {
  for (const id of taskIds) {
    const loaded = await (course.loadExam?.(id) ?? Promise.resolve(noExam(id)));
    if (!loaded.ok) return loaded;
  }
  return nothing;
}

const noExam = (id: string): { readonly ok: false; readonly error: ErrorInfo } => ({
  ok: false,
  error: { code: 'not-ready', key: 'examNotHere', values: { id } },
});

/** Does a piece of work and says how long it took; null: it was not finished. */
async function staged<T>(
  course: Course,
  stage: string,
  work: () => Promise<T | null>,
): Promise<T | null> {
  const { now, runId, step } = course;
  const startedAt = now();
  const value = await work();
  const seconds = (now() - startedAt + course.beforeMs) / 1000;
  course.beforeMs = 0;
  if (value !== null) tell(course, [{ type: 'stage', runId, step, stage, seconds }]);
  return value;
}
