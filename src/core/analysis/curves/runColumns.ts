import type { RunEvaluation, RunRecord, RunStep } from '../../runs/record.ts';
import { scoreInterval } from '../scoreInterval.ts';
import { columnName, GrowingRows, rowsOf, type Rows } from './rows.ts';
import { RunTotals, type TaskTotals } from './runTotals.ts';

/** A run's numbers as columns: what curves and readings are drawn from, without a walk over its steps. */
export interface RunColumns {
  /** Tasks in order of first appearance; a task's index names its columns. */
  readonly taskIds: readonly string[];
  /**
   * One row a step: `step`, `tokens`, `loss`, `learningRate`, `gradNorm`, the run's readings by name, and by task
   * `loss`, nats, and `lossTokens`, both NaN where the step had no example of the task, as are `examples` and
   * `tokens`, all of theirs, which records from before they were counted lack.
   */
  readonly steps: Rows;
  /** Sums over the steps by task id. */
  readonly totals: Readonly<Record<string, TaskTotals>>;
  /**
   * One row a validation: `step`, `tokens` trained on until then, and by task `loss`, `score` (0–100) and the limits
   * of its 95 % interval, `scoreLow` and `scoreHigh`.
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
  for (const step of record.steps.slice(table.steps.length)) {
    addStep(table, step);
    table.totals.add(step, record);
  }
  for (const evaluation of record.evaluations.slice(table.evaluationsRead)) {
    if (evaluation.split === 'validation') addValidation(table, evaluation);
  }
  table.evaluationsRead = record.evaluations.length;
  const columns: RunColumns = {
    taskIds: [...table.taskIds],
    steps: rowsOf(table.steps),
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
  const { tokens, loss, learningRate, gradNorm, readings = {} } = step;
  table.steps.push([
    ['step', step.step],
    ['tokens', tokens],
    ['loss', loss],
    ['learningRate', learningRate],
    ['gradNorm', gradNorm],
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

function addValidation(table: Growing, { step, results }: RunEvaluation): void {
  table.validations.push([
    ['step', step],
    ['tokens', tokensAt(table.steps, step)],
    ...results.flatMap(({ taskId, loss, score, itemScores = [] }) => {
      const index = indexOf(table, taskId);
      const interval = scoreInterval(itemScores);
      return [
        [columnName('loss', index), shown(loss)],
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
function tokensAt(steps: GrowingRows, step: number): number {
  const numbers = steps.column('step') ?? new Float64Array();
  const row = numbers.findLastIndex((done) => done <= step);
  return row < 0 ? 0 : steps.column('tokens')![row]!;
}

function indexOf({ taskIds }: Growing, taskId: string): number {
  const index = taskIds.indexOf(taskId);
  return index >= 0 ? index : taskIds.push(taskId) - 1;
}
