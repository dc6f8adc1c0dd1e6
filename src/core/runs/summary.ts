import { median } from '../analysis/median.ts';
import type { BackendName, TaskEvaluation } from '../protocol.ts';
import type { RunRecord } from './runRecord.ts';

/** What became of one task: scores 0–100 on the test split, losses on the validation split. */
export interface TaskSummary {
  readonly metric: string;
  readonly testScore: number;
  readonly baseTestScore: number;
  readonly validationLoss: number;
  readonly baseValidationLoss: number;
}

/** The head of a run record: what a reader wants first. */
export interface Summary {
  /** Mean test score with equal weight per task. */
  readonly macroTestScore: number;
  readonly baseMacroTestScore: number;
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
  base: SplitResults,
  tuned: SplitResults,
): Summary | null {
  const { settings, engine, steps } = record;
  if (!settings || !engine) return null;
  const tasks = Object.fromEntries(
    tuned.test.map(({ taskId, metric }) => [
      taskId,
      {
        metric,
        testScore: scoreOf(tuned.test, taskId),
        baseTestScore: scoreOf(base.test, taskId),
        validationLoss: resultOf(tuned.validation, taskId).loss,
        baseValidationLoss: resultOf(base.validation, taskId).loss,
      },
    ]),
  );
  const all = Object.values(tasks);
  return {
    macroTestScore: mean(all.map((task) => task.testScore)),
    baseMacroTestScore: mean(all.map((task) => task.baseTestScore)),
    trainTokens: steps.at(-1)?.tokens ?? 0,
    seconds: record.elapsedMs / 1000,
    tokensPerSecond: median(steps.map((step) => step.tokensPerSecond)),
    backend: engine.backend,
    adapter: engine.adapter,
    seed: settings.seed,
    tasks,
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

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
