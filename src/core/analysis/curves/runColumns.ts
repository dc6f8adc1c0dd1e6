import { mixturesOf, type Mixture } from '../../runs/mixturesOf.ts';
import type { RunEvaluation, RunRecord, RunStep } from '../../runs/record.ts';
import { scoreInterval } from '../scoreInterval.ts';
import { rowsUpTo } from './countRows.ts';
import { columnName, GrowingRows, rowsOf, type Rows } from './rows.ts';
import { RunTotals, type TaskTotals } from './runTotals.ts';

/** A run's numbers as columns: what curves and readings are drawn from, without a walk over its steps. */
export interface RunColumns {
  /** Tasks in order of first appearance; a task's index names its columns. */
  readonly taskIds: readonly string[];
  /**
   * One row a step: `step`, `tokens`, `seconds` since the start without pauses, `loss`, `learningRate`, `gradNorm`, `examples`,
   * the run's readings by name, and by task `loss`, nats, and `lossTokens`, both NaN where the step had no example of
   * the task, as are `examples` and `tokens`, all of theirs, which records from before they were counted lack.
   */
  readonly steps: Rows;
  /** Training examples that there are, after the cap, by task id; empty where the record does not say. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What the mixture was from a step on, first to last. */
  readonly mixtures: readonly Mixture[];
  /** Sums over the steps by task id. */
  readonly totals: Readonly<Record<string, TaskTotals>>;
  /**
   * One row a validation: `step`, `tokens` trained on and `seconds` gone until then, `baseAbility`, and by task `loss`, `score`
   * (0–100) and the limits of its 95 % interval, `scoreLow` and `scoreHigh`.
   */
  readonly validations: Rows;
}

interface Growing {
  readonly taskIds: string[];
  readonly steps: GrowingRows;
  readonly totals: RunTotals;
  readonly validations: GrowingRows;
  /** Evaluations of the record that have been read, those of other splits included. */
  evaluationsRead: number;
}

const growing = new WeakMap<RunColumns, Growing>();

/**
 * The columns of this record. `before` are those of an earlier state of the same run: only what has come since
 * is read.
 */
export function columnsOf(record: RunRecord, before: RunColumns | null = null): RunColumns {
  const table = (before && growing.get(before)) ?? emptyTable();
  const mixtures = mixturesOf(record);
  const sizes = record.trainExamples ?? {};
  for (const step of record.steps.slice(table.steps.length)) {
    addStep(table, step);
    table.totals.add(step, mixtures, sizes);
  }
  for (const evaluation of record.evaluations.slice(table.evaluationsRead)) {
    if (evaluation.split === 'validation') addValidation(table, evaluation);
  }
  table.evaluationsRead = record.evaluations.length;
  const columns: RunColumns = {
    taskIds: [...table.taskIds],
    steps: rowsOf(table.steps),
    sizes,
    mixtures,
    totals: table.totals.snapshot(),
    validations: rowsOf(table.validations),
  };
  growing.set(columns, table);
  return columns;
}

/** Of a run in which nothing has happened. */
export const noColumns: RunColumns = {
  taskIds: [],
  steps: rowsOf(new GrowingRows()),
  sizes: {},
  mixtures: [],
  totals: {},
  validations: rowsOf(new GrowingRows()),
};

const emptyTable = (): Growing => ({
  taskIds: [],
  steps: new GrowingRows(),
  totals: new RunTotals(),
  validations: new GrowingRows(),
  evaluationsRead: 0,
});

function addStep(table: Growing, { lossByTask, ...step }: RunStep): void {
  const { tokens, elapsedMs, loss, learningRate, gradNorm, readings = {} } = step;
  table.steps.push([
    ['step', step.step],
    ['tokens', tokens],
    ['seconds', elapsedMs / 1000],
    ['loss', loss],
    ['learningRate', learningRate],
    ['gradNorm', gradNorm],
    ['examples', examplesOf(lossByTask)],
    ...Object.entries(readings),
    ...Object.entries(lossByTask).flatMap(([taskId, own]) => {
      const index = indexOf(table, taskId);
      return [
        [columnName('loss', index), shown(own.loss)],
        [columnName('lossTokens', index), own.tokens],
        [columnName('examples', index), own.examples ?? NaN],
        [columnName('tokens', index), own.allTokens ?? NaN],
      ] as const;
    }),
  ]);
}

const examplesOf = (lossByTask: RunStep['lossByTask']): number =>
  Object.values(lossByTask).reduce((sum, { examples = 0 }) => sum + examples, 0);

function addValidation(table: Growing, { step, results, baseAbility }: RunEvaluation): void {
  table.validations.push([
    ['step', step],
    ['tokens', valueAt(table.steps, 'tokens', step)],
    ['seconds', valueAt(table.steps, 'seconds', step)],
    ['baseAbility', baseAbility ?? NaN],
    ...results.flatMap(({ taskId, loss, score, itemScores = [] }) => {
      const index = indexOf(table, taskId);
      const interval = scoreInterval(itemScores);
      return [
        [columnName('loss', index), loss === null ? NaN : shown(loss)],
        [columnName('score', index), score ?? NaN],
        [columnName('scoreLow', index), interval?.low ?? NaN],
        [columnName('scoreHigh', index), interval?.high ?? NaN],
      ] as const;
    }),
  ]);
}

/** NaN says that there is no value; a value that is none is told from it. */
const shown = (value: number): number => (Number.isNaN(value) ? Infinity : value);

/** Events of one batch may bring an evaluation after the steps that follow it. */
function valueAt(steps: GrowingRows, column: string, step: number): number {
  const row = rowsUpTo(steps.column('step') ?? new Float64Array(), step) - 1;
  return row < 0 ? 0 : steps.column(column)![row]!;
}

function indexOf({ taskIds }: Growing, taskId: string): number {
  const index = taskIds.indexOf(taskId);
  return index >= 0 ? index : taskIds.push(taskId) - 1;
}
