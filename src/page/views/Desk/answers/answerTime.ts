/** The evaluations of a run as columns, and the one that is looked at. */
export interface AnswerTime {
  /** Of each evaluation, ascending. */
  readonly steps: readonly number[];
  /** The column that is looked at. */
  readonly at: number;
  /** The columns that are drawn, and which of those stands for `at`. */
  readonly shown: readonly number[];
  readonly shownAt: number;
  /** Room for them, px. */
  readonly width: number;
  /** Looks at a column, or follows the newest one again. */
  readonly look: (column: number | null) => void;
}
