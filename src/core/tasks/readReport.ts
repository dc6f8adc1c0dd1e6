import type { RowPlace } from '../errorValues.ts';
import type { SplitName, Task } from './task.ts';
import type { ColumnMapping } from './columnMapping.ts';
import type { TextEncoding } from './textEncoding.ts';

/** The tasks of a file and what was done with its rows. */
export interface ReadFile {
  readonly tasks: readonly Task[];
  readonly report: ReadReport;
  /** Of each task by itself, in their order, where the file has several. */
  readonly ownReports?: readonly ReadReport[];
}

/** Why a row is in none of the splits. */
export const leftOutReasons = [
  'noOutput',
  'noQuestion',
  'alsoHeldOut',
  'renderedEmpty',
  'tooFewInTask',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Rows that were left out for one reason. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly count: number;
  /** Where the first of them stands; null where the file has no lines of its own. */
  readonly first: RowPlace | null;
}

/** What the lists of a collection do with a whole task: train on it, or test on it only. */
export type OfficialSplit = 'train' | 'test';

/** How the splits came about. */
export type SplitRule = 'named' | 'drawn';

/** What reading a file did, so that nothing is lost in silence. */
export interface ReadReport {
  /** Name of the reader. */
  readonly format: string;
  readonly encoding: TextEncoding | null;
  /** Which column was what, where a person has said it; left out where the names did. */
  readonly mapping?: ColumnMapping;
  /** Rows (instances) that the file has. */
  readonly rows: number;
  readonly leftOut: readonly LeftOut[];
  /** Rows that could be used and are more than are held (`fileLimits.ts`); those kept are a seeded sample. */
  readonly notKept: number;
  /** Keys or columns that no part of a question was made of, in the order of their first row. */
  readonly unknownKeys: readonly string[];
  /** Rows that say word for word what another one says. */
  readonly duplicates: number;
  /** Held-out rows that have become a further right answer to a question that was there. */
  readonly joinedAnswers: number;
  /** Another model's end marker, taken off every answer. */
  readonly endMarker: string | null;
  readonly splitRule: SplitRule;
  /** Rows by split. */
  readonly splitRows: Readonly<Record<SplitName, number>>;
  /** Of the task, by the lists of its collection. */
  readonly officialSplit?: OfficialSplit;
  /** Published prompts that were applied to the rows of other files. */
  readonly prompts?: PromptsRead;
}

/** What was done with prompts. */
export interface PromptsRead {
  /** Files that the rows are from. */
  readonly rowFiles: readonly string[];
  /** Of the task: its wordings; of the whole file, all that were used. */
  readonly names: readonly string[];
  /** Tasks that the file gave. */
  readonly tasks: number;
  readonly promptsLeft: readonly PromptsLeft[];
}

/** Prompts that were not used, and why. */
export interface PromptsLeft {
  /**
   * It reads a column that no row has; it fails; it asks nothing of any row; all rows alike; or of too few rows. Of whole files
   * and datasets: there are no rows for these patterns, no patterns for these rows; a file
   * can't be read.
   */
  readonly reason:
    | 'lacksColumns'
    | 'failed'
    | 'nothingAsked'
    | 'sameQuestion'
    | 'tooFew'
    | 'noRows'
    | 'unreadable'
    | 'noPatterns';
  readonly names: readonly string[];
  /** The columns, or what the interpreter says. */
  readonly cause?: string;
}
