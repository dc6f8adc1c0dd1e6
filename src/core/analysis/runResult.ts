import { lookUp } from '../lookUp.ts';
import type { TaskEvaluation } from '../protocol/index.ts';
import type { RunEvaluation, RunRecord } from '../runs/record.ts';
import { trainedIn } from '../runs/trainedIn.ts';
import type { Interval } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/mean.ts';
import { meanInterval } from '../statistics/meanInterval.ts';
import { tInterval } from '../statistics/tInterval.ts';
import { scoreInterval } from './scoreInterval.ts';

/** What a run has made of one task: scores 0–100, before the first step and at the last evaluation. */
export interface TaskResult {
  readonly taskId: string;
  readonly from: number;
  readonly to: number;
  /** 95 %, of `to`. */
  readonly interval: Interval | null;
  /** 95 %, of the difference on the same examples: one that holds 0 is noise. */
  readonly gain: Interval;
  /** What is scored without understanding, where that is known. */
  readonly chance: number | null;
}

/** What a run has made of several tasks, each with the same weight. */
export interface GroupResult {
  readonly tasks: readonly TaskResult[];
  readonly from: number;
  readonly to: number;
  readonly interval: Interval | null;
  /** The task that has gained most, beyond noise. */
  readonly bestGain: TaskResult | null;
  /** Tasks that can't be told from chance. */
  readonly atChance: readonly TaskResult[];
  /** Tasks that have lost, beyond noise; what lost most first. */
  readonly worse: readonly TaskResult[];
}

/** The values of the sentence at the end of a run. */
export interface RunResult {
  /** Null where nothing was trained that has a score. */
  readonly trained: GroupResult | null;
  /** Tasks that were only scored. */
  readonly watched: GroupResult | null;
}

/**
 * What came out of a run, by its first and its last validation; null before it has two. Only evaluations are
 * looked at, never its steps.
 * @param chanceByTask 0–100, as far as it is known
 */
export function runResult(
  record: Pick<RunRecord, 'evaluations' | 'mixingRates' | 'changes'>,
  chanceByTask: Readonly<Record<string, number>>,
): RunResult | null {
  const validations = record.evaluations.filter(({ split }) => split === 'validation');
  const [first, last] = [validations[0], validations.at(-1)];
  if (!first || !last || first === last) return null;
  const trained = trainedIn(record);
  const tasks = taskResults(first, last, chanceByTask);
  return {
    trained: groupResult(tasks.filter(({ taskId }) => trained.has(taskId))),
    watched: groupResult(tasks.filter(({ taskId }) => !trained.has(taskId))),
  };
}

function taskResults(
  first: RunEvaluation,
  last: RunEvaluation,
  chanceByTask: Readonly<Record<string, number>>,
): TaskResult[] {
  return last.results.flatMap(({ taskId, score, itemScores = [] }): TaskResult[] => {
    const before = first.results.find((result) => result.taskId === taskId);
    if (!before || before.score === null || score === null) return [];
    return [
      {
        taskId,
        from: before.score,
        to: score,
        interval: scoreInterval(itemScores),
        gain: gainOf(before, itemScores),
        chance: lookUp(chanceByTask, taskId) ?? null,
      },
    ];
  });
}

/** Of one and the same example before and after: what is hard stays hard, and drops out. */
function gainOf({ itemScores: before = [] }: TaskEvaluation, after: readonly number[]): Interval {
  const n = Math.min(before.length, after.length);
  return tInterval(after.slice(0, n).map((score, i) => score - before[i]!));
}

function groupResult(tasks: readonly TaskResult[]): GroupResult | null {
  if (tasks.length === 0) return null;
  const intervals = tasks.flatMap(({ interval }) => interval ?? []);
  const byGain = tasks.toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return {
    tasks,
    from: mean(tasks.map(({ from }) => from)),
    to: mean(tasks.map(({ to }) => to)),
    interval: intervals.length > 0 ? meanInterval(intervals) : null,
    bestGain: byGain.find(({ gain }) => gain.low > 0) ?? null,
    atChance: tasks.filter(isAtChance),
    worse: byGain.filter(({ gain }) => gain.high < 0).reverse(),
  };
}

const isAtChance = ({ interval, chance }: TaskResult): boolean =>
  interval !== null && chance !== null && interval.low <= chance;
