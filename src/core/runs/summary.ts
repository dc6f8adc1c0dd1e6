import { bootstrapMean, type Interval } from '../statistics/bootstrap.ts';
import { median } from '../statistics/median.ts';
import type { ClusteredTask } from '../heldOut/clusteredTask.ts';
import { noveltyLevels, noveltyOf, type Novelty } from '../heldOut/novelty.ts';
import type { BackendName, TaskEvaluation, Weights } from '../protocol/index.ts';
import { judgementOf, type RunRecord } from './record.ts';
import { trainedIn } from './trainedIn.ts';

/**
 * What became of one task: scores 0–100 on the test split, losses on the validation split; null for what
 * was not judged, or had no example.
 */
export interface TaskSummary {
  readonly novelty: Novelty;
  readonly metric: string;
  readonly testScore: number | null;
  readonly baseTestScore: number | null;
  readonly validationLoss: number | null;
  readonly baseValidationLoss: number | null;
  /** How often each of its training examples was drawn, on average; null where none was, or nobody counted. */
  readonly epochs: number | null;
}

/** Test scores of the tasks of one level that have both, each task with equal weight. */
export interface LevelSummary {
  readonly tasks: number;
  /** The interval resamples tasks. */
  readonly testScore: Interval;
  readonly baseTestScore: Interval;
}

/** The head of a run record: what a reader wants first. */
export interface Summary {
  /** Levels at which no task was judged are left out. */
  readonly levels: Readonly<Partial<Record<Novelty, LevelSummary>>>;
  /** Token positions trained on, padding included. */
  readonly trainTokens: number;
  /** From the first step to the last, evaluations on the way included. */
  readonly seconds: number;
  /** Median over the steps, evaluations left out. */
  readonly tokensPerSecond: number;
  readonly backend: BackendName;
  readonly adapter: string;
  readonly seed: number;
  readonly tasks: Readonly<Record<string, TaskSummary>>;
}

/**
 * The summary of a run whose judgings `test` and `validation` were made of both weights, as far as they
 * were; null when it never started, or the tuned model was not tested.
 */
export function summarise(record: RunRecord, tasks: readonly ClusteredTask[]): Summary | null {
  const { plan, engine, steps } = record;
  const tested = judgementOf(record, 'tuned', 'test')?.evaluation.results;
  if (!engine || !tested) return null;
  const trainedIds = trainedIn(record);
  const judged = tasks.filter(({ id }) => tested.some(({ taskId }) => taskId === id));
  const trained = tasks.filter(({ id }) => trainedIds.has(id));
  const epochs = epochsOf(record);
  const rows = judged.map((task) => {
    const row = taskRow(record, task, noveltyOf(task, trained));
    return { ...row, summary: { ...row.summary, epochs: epochs.get(task.id) ?? null } };
  });
  const levels = noveltyLevels.flatMap((level) => {
    const those = rows.filter(({ summary }) => summary.novelty === level).filter(isScored);
    return those.length > 0 ? [[level, levelOf(those)] as const] : [];
  });
  return {
    levels: Object.fromEntries(levels),
    trainTokens: steps.at(-1)?.tokens ?? 0,
    seconds: record.elapsedMs / 1000,
    tokensPerSecond: median(steps.map((step) => step.tokensPerSecond)),
    backend: engine.backend,
    adapter: engine.adapter,
    seed: plan.settings.seed,
    tasks: Object.fromEntries(rows.map(({ task, summary }) => [task.id, summary])),
  };
}

/** As the books of the mixture count them. */
function epochsOf({ steps, trainExamples = {} }: RunRecord): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(trainExamples).flatMap(([id, available]) => {
      const drawn = steps.reduce((sum, { lossByTask }) => sum + (lossByTask[id]?.examples ?? 0), 0);
      return drawn > 0 ? [[id, drawn / available] as const] : [];
    }),
  );
}

type Judged = Omit<TaskSummary, 'epochs'>;

function taskRow(
  record: RunRecord,
  task: ClusteredTask,
  novelty: Novelty,
): { readonly task: ClusteredTask; readonly summary: Judged } {
  const of = (weights: Weights, name: string): TaskEvaluation | undefined =>
    judgementOf(record, weights, name)?.evaluation.results.find(({ taskId }) => taskId === task.id);
  const summary = {
    novelty,
    metric: of('tuned', 'test')!.metric,
    testScore: of('tuned', 'test')?.score ?? null,
    baseTestScore: of('base', 'test')?.score ?? null,
    validationLoss: lossOf(of('tuned', 'validation')),
    baseValidationLoss: lossOf(of('base', 'validation')),
  };
  return { task, summary };
}

const lossOf = (result: TaskEvaluation | undefined): number | null =>
  result && result.instances > 0 ? result.loss : null;

type Scored = { readonly [Key in 'testScore' | 'baseTestScore']: number };

const isScored = <R extends { readonly summary: Judged }>(
  row: R,
): row is R & { readonly summary: Scored } =>
  row.summary.testScore !== null && row.summary.baseTestScore !== null;

function levelOf(rows: readonly { readonly summary: Scored }[]): LevelSummary {
  const macro = (key: keyof Scored): Interval =>
    bootstrapMean(rows.map(({ summary }) => summary[key]));
  return {
    tasks: rows.length,
    testScore: macro('testScore'),
    baseTestScore: macro('baseTestScore'),
  };
}
