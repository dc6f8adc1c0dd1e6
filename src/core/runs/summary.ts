import { bootstrapMean, type Interval } from '../statistics/bootstrap.ts';
import { median } from '../statistics/median.ts';
import type { ClusteredTask } from '../heldOut/clusteredTask.ts';
import { noveltyLevels, noveltyOf, type Novelty } from '../heldOut/novelty.ts';
import type { BackendName, TaskEvaluation } from '../protocol/index.ts';
import type { RunRecord } from './runRecord.ts';
import { trainedIn } from './trainedIn.ts';

/** What became of one task: scores 0–100 on the test split, losses on the validation split. */
export interface TaskSummary {
  readonly novelty: Novelty;
  readonly metric: string;
  readonly testScore: number;
  readonly baseTestScore: number;
  readonly validationLoss: number;
  readonly baseValidationLoss: number;
}

/** Test scores of the tasks of one level, each task with equal weight. */
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

/** The two splits' results of one set of weights. */
export interface SplitResults {
  readonly validation: readonly TaskEvaluation[];
  readonly test: readonly TaskEvaluation[];
}

/** The summary of a run, or null when it never started. */
export function summarise(
  record: RunRecord,
  judged: readonly ClusteredTask[],
  base: SplitResults,
  tuned: SplitResults,
): Summary | null {
  const { settings, engine, steps } = record;
  if (!settings || !engine) return null;
  const trainedIds = trainedIn(record);
  const trained = judged.filter(({ id }) => trainedIds.has(id));
  const rows = judged.map((task) => ({
    task,
    summary: {
      novelty: noveltyOf(task, trained),
      metric: resultOf(tuned.test, task.id).metric,
      testScore: scoreOf(tuned.test, task.id),
      baseTestScore: scoreOf(base.test, task.id),
      validationLoss: resultOf(tuned.validation, task.id).loss,
      baseValidationLoss: resultOf(base.validation, task.id).loss,
    },
  }));
  const levels = noveltyLevels.flatMap((level) => {
    const those = rows.filter(({ summary }) => summary.novelty === level);
    return those.length > 0 ? [[level, levelOf(those)] as const] : [];
  });
  return {
    levels: Object.fromEntries(levels),
    trainTokens: steps.at(-1)?.tokens ?? 0,
    seconds: record.elapsedMs / 1000,
    tokensPerSecond: median(steps.map((step) => step.tokensPerSecond)),
    backend: engine.backend,
    adapter: engine.adapter,
    seed: settings.seed,
    tasks: Object.fromEntries(rows.map(({ task, summary }) => [task.id, summary])),
  };
}

function levelOf(rows: readonly { readonly summary: TaskSummary }[]): LevelSummary {
  const macro = (key: 'testScore' | 'baseTestScore'): Interval =>
    bootstrapMean(rows.map(({ summary }) => summary[key]));
  return {
    tasks: rows.length,
    testScore: macro('testScore'),
    baseTestScore: macro('baseTestScore'),
  };
}

function resultOf(results: readonly TaskEvaluation[], taskId: string): TaskEvaluation {
  const result = results.find((one) => one.taskId === taskId);
  if (!result) throw new Error(`summary: task "${taskId}" was not evaluated`);
  return result;
}

function scoreOf(results: readonly TaskEvaluation[], taskId: string): number {
  const { score } = resultOf(results, taskId);
  if (score === null) throw new Error(`summary: task "${taskId}" was evaluated without its metric`);
  return score;
}
