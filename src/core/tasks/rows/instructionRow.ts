import type { RowPlace } from '../../errorValues.ts';
import type { LeftOutReason } from '../readReport.ts';
import type { SplitName } from '../task.ts';

/** One row of a file as a question and its right answers. */
export interface InstructionRow {
  /** What is asked of the input; '' where the input says it itself. */
  readonly instruction: string;
  readonly input: string;
  readonly outputs: readonly string[];
  readonly options?: readonly string[];
  readonly split?: SplitName;
  /** Rows of one group stay in one split. */
  readonly group?: string;
  /** The name of its task, in files that hold several. */
  readonly task?: string;
  readonly place: RowPlace;
}

/** A row that can't be trained on. */
export interface LeftOutRow {
  readonly reason: LeftOutReason;
  readonly place: RowPlace;
}

export type ReadRow = InstructionRow | LeftOutRow;

export const isLeftOut = (row: ReadRow): row is LeftOutRow => 'reason' in row;
